# The canvas's tests: headless, the same frames as in the browser. Natively all of them; as WebAssembly the pictures,
# which must have the same pixels.
if(PUTRIGHT_WORKBENCH)
  if(EMSCRIPTEN)
    set(workbench_tests ${CMAKE_CURRENT_LIST_DIR}/imgui_pictures_test.cpp)
  else()
    file(GLOB workbench_tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/imgui_*_test.cpp)
    list(APPEND workbench_tests ${CMAKE_CURRENT_LIST_DIR}/imgui_samples.cpp)
  endif()
  add_executable(putright_workbench_tests ${CMAKE_CURRENT_SOURCE_DIR}/test_main.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/support/golden.cpp ${CMAKE_CURRENT_SOURCE_DIR}/support/rasteriser.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/support/shipped_policy.cpp ${CMAKE_CURRENT_LIST_DIR}/imgui_bench.cpp
    ${CMAKE_CURRENT_LIST_DIR}/imgui_support.cpp
    ${workbench_tests})
  set_target_properties(putright_workbench_tests PROPERTIES UNITY_BUILD OFF)
  target_include_directories(putright_workbench_tests PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(putright_workbench_tests PRIVATE portal_workbench portal_colleagues doctest_headers)
  putright_add_test(putright_workbench_tests)
endif()
