# What every target is compiled with. Exceptions are on in both builds: shared/ and portal/ do not
# use them as control flow, but the boundary catches what a library may throw.
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
  target_compile_options(putright_options INTERFACE -fwasm-exceptions)
  target_link_options(putright_options INTERFACE -fwasm-exceptions)
endif()
