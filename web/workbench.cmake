# The colleagues' workbench as WebAssembly: of its own, so that customers never download it.
add_executable(workbench_wasm ${CMAKE_CURRENT_LIST_DIR}/workbench_exports.cpp
  ${CMAKE_CURRENT_LIST_DIR}/left_out.cpp ${CMAKE_CURRENT_LIST_DIR}/workbench_left_out.cpp)
set_target_properties(workbench_wasm PROPERTIES OUTPUT_NAME workbench SUFFIX .wasm)
target_include_directories(workbench_wasm PRIVATE ${CMAKE_SOURCE_DIR})
target_link_libraries(workbench_wasm PRIVATE portal_workbench)
target_link_options(workbench_wasm PRIVATE ${PUTRIGHT_WASM_LINK} -Oz
  # The same passes until nothing gets smaller, then once more over code whose blocks were laid out anew: 4 KB of
  # brotli, fifteen seconds of building.
  -sBINARYEN_EXTRA_PASSES=--converge,-Oz,--flatten,--rereloop,-Oz,-Oz
  -sEXPORTED_FUNCTIONS=_workbench_reserve,_workbench_open,_workbench_tell,_workbench_frame,_workbench_drawing,_workbench_drawing_size,_workbench_report,_workbench_page,_workbench_result_data,_workbench_result_size)
