# Dear ImGui's core, without its tables, as the target `imgui`. Its sources are never part of this tree: a folder that the
# set-up script filled, a folder given as FETCHCONTENT_SOURCE_DIR_IMGUI, or a fetch of the pinned commit.
set(PUTRIGHT_IMGUI_COMMIT 45acd5e0e82f4c954432533ae9985ff0e1aad6d5) # 1.92.2b

if(NOT FETCHCONTENT_SOURCE_DIR_IMGUI AND EXISTS ${CMAKE_SOURCE_DIR}/third_party/imgui/imgui.h)
  set(FETCHCONTENT_SOURCE_DIR_IMGUI ${CMAKE_SOURCE_DIR}/third_party/imgui CACHE PATH
      "Where Dear ImGui's sources are" FORCE)
endif()
include(FetchContent)
FetchContent_Declare(imgui GIT_REPOSITORY https://github.com/ocornut/imgui.git
                     GIT_TAG ${PUTRIGHT_IMGUI_COMMIT})
FetchContent_MakeAvailable(imgui)
if(NOT EXISTS ${imgui_SOURCE_DIR}/imgui_internal.h)
  message(FATAL_ERROR "Dear ImGui's sources are not in ${imgui_SOURCE_DIR}: "
    "run scripts/set-up, or configure with -DPUTRIGHT_WORKBENCH=OFF")
endif()

add_library(imgui STATIC
  ${imgui_SOURCE_DIR}/imgui.cpp
  ${imgui_SOURCE_DIR}/imgui_draw.cpp
  ${imgui_SOURCE_DIR}/imgui_widgets.cpp
  ${CMAKE_SOURCE_DIR}/portal/imgui/no_tables.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="portal/imgui/imgui_config.hpp")
target_link_libraries(imgui PUBLIC shared PRIVATE putright_options)
# Not our code: its warnings are not ours, and it is built for size where it is downloaded. Its only scanf
# reads a settings file, which is switched off: without it the module is several kilobytes smaller.
target_compile_options(imgui PRIVATE -w $<$<BOOL:${EMSCRIPTEN}>:-Oz>)
if(EMSCRIPTEN)
  target_compile_definitions(imgui PRIVATE sscanf=putright_reads_nothing)
  target_sources(imgui PRIVATE ${CMAKE_SOURCE_DIR}/portal/imgui/reads_nothing.cpp)
endif()
set_target_properties(imgui PROPERTIES CXX_CLANG_TIDY "")
