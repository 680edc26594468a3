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

set(PUTRIGHT_IMGUI_CORE ${imgui_SOURCE_DIR}/imgui.cpp)
set(PUTRIGHT_IMGUI_DRAW ${imgui_SOURCE_DIR}/imgui_draw.cpp)
if(EMSCRIPTEN)
  # What is downloaded lacks: taking windows apart again after wrong calls (ours are tested natively, where they stop);
  # windows on Ctrl+Tab, with a title, or with an edge to pull (there is one, without); places for popups and tooltips
  # (there are none), a drawn pointer (the browser's is shown), the dark colours, lines drawn from a texture (they are
  # drawn as shapes), fonts in PostScript outlines (ours are TrueType).
  include(${CMAKE_SOURCE_DIR}/cmake/imgui_lean.cmake)
  set(PUTRIGHT_IMGUI_CORE ${CMAKE_BINARY_DIR}/generated/imgui_lean.cpp)
  set(PUTRIGHT_IMGUI_DRAW ${CMAKE_BINARY_DIR}/generated/imgui_draw_lean.cpp)
  set(PUTRIGHT_IMGUI_TRUETYPE ${CMAKE_BINARY_DIR}/generated/truetype_lean.h)
  putright_leave_out(${imgui_SOURCE_DIR}/imgui.cpp ${PUTRIGHT_IMGUI_CORE}
    "        ErrorRecoveryTryToRecoverState(&g.StackSizesInNewFrame)" "        IM_ASSERT(true)"
    "        ErrorRecoveryTryToRecoverWindowState(&window_stack_data.StackSizesInBegin)" "        IM_ASSERT(true)"
    "\n        NavUpdateWindowingOverlay()" "\n        IM_ASSERT(true)"
    "\n    NavUpdateWindowing()" "\n    IM_ASSERT(true)"
    "= UpdateWindowManualResize(window, size_auto_fit, &border_hovered, &border_held, resize_grip_count, &resize_grip_col[0], visibility_rect)" "= 0"
    "            RenderWindowTitleBarContents(window, ImRect(" "            if (false) RenderWindowTitleBarContents(window, ImRect("
    "window->Pos = FindBestWindowPosForPopup(window)" "window->Pos = window->Pos"
    "        RenderMouseCursor(g.IO.MousePos, g.Style.MouseCursorScale, g.MouseCursor, IM_COL32_WHITE, IM_COL32_BLACK, IM_COL32(0, 0, 0, 48))" "        IM_ASSERT(true)"
    "    ImGui::StyleColorsDark(this)" "    IM_ASSERT(true)")
  putright_leave_out(${imgui_SOURCE_DIR}/imgui_draw.cpp ${PUTRIGHT_IMGUI_DRAW}
    "if (atlas->Flags & ImFontAtlasFlags_NoMouseCursors)" "if (true)"
    "(atlas->Flags & ImFontAtlasFlags_NoMouseCursors) ?" "true ?"
    "if (atlas->Flags & ImFontAtlasFlags_NoBakedLines)" "if (true)"
    "const bool use_texture = (Flags & ImDrawListFlags_AntiAliasedLinesUseTex) && (integer_thickness < IM_DRAWLIST_TEX_LINES_WIDTH_MAX) && (fractional_thickness <= 0.00001f) && (AA_SIZE == 1.0f)" "const bool use_texture = false")
  putright_leave_out(${imgui_SOURCE_DIR}/imstb_truetype.h ${PUTRIGHT_IMGUI_TRUETYPE}
    "if (!info->cff.size)" "if (true)"
    "if (info->cff.size)" "if (false)")
endif()

set(PUTRIGHT_IMGUI_SOURCES ${PUTRIGHT_IMGUI_CORE} ${PUTRIGHT_IMGUI_DRAW} ${imgui_SOURCE_DIR}/imgui_widgets.cpp)
set_source_files_properties(${PUTRIGHT_IMGUI_SOURCES} PROPERTIES
  COMPILE_OPTIONS "-include;${CMAKE_SOURCE_DIR}/portal/imgui/small_library.hpp")
add_library(imgui STATIC ${PUTRIGHT_IMGUI_SOURCES}
  ${CMAKE_SOURCE_DIR}/portal/imgui/no_tables.cpp
  ${CMAKE_SOURCE_DIR}/portal/imgui/small_library.cpp)
target_include_directories(imgui SYSTEM PUBLIC ${imgui_SOURCE_DIR})
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="portal/imgui/imgui_config.hpp")
target_link_libraries(imgui PUBLIC shared PRIVATE putright_options)
# Not our code: its warnings are not ours, and it is built for size where it is downloaded.
target_compile_options(imgui PRIVATE -w $<$<BOOL:${EMSCRIPTEN}>:-Oz>)
if(EMSCRIPTEN)
  target_compile_definitions(imgui PRIVATE IMGUI_STB_TRUETYPE_FILENAME="${PUTRIGHT_IMGUI_TRUETYPE}")
endif()
set_target_properties(imgui PROPERTIES CXX_CLANG_TIDY "")
