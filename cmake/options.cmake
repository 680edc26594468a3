# What every target is compiled with. Natively exceptions are on: the stub's libraries throw. In
# WebAssembly they are off (docs/decisions/0010): shared/ and portal/ throw nothing, and their landing
# pads were 12 KB of everybody's download. The tests there have them, since doctest ends a case so.
add_library(putright_options INTERFACE)
target_compile_features(putright_options INTERFACE cxx_std_20)
target_compile_options(putright_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  $<$<BOOL:${PUTRIGHT_WERROR}>:-Werror>)
target_compile_definitions(putright_options INTERFACE PUTRIGHT_VERSION="${PROJECT_VERSION}")
set(CMAKE_CXX_EXTENSIONS OFF)
if(PUTRIGHT_SANITIZE)
  target_compile_options(putright_options INTERFACE -fsanitize=${PUTRIGHT_SANITIZE}
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(putright_options INTERFACE -fsanitize=${PUTRIGHT_SANITIZE})
endif()
if(PUTRIGHT_FUZZ)
  target_compile_options(putright_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(EMSCRIPTEN)
  target_compile_options(putright_options INTERFACE
    $<IF:$<BOOL:$<TARGET_PROPERTY:PUTRIGHT_THROWS>>,-fwasm-exceptions,-fno-exceptions>)
  target_link_options(putright_options INTERFACE
    $<$<BOOL:$<TARGET_PROPERTY:PUTRIGHT_THROWS>>:-fwasm-exceptions>)
endif()
