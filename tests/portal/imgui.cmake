# The canvas's tests: native only, headless, the same frames as in the browser.
if(PUTRIGHT_WORKBENCH)
  file(GLOB workbench_tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/imgui_*_test.cpp)
  add_executable(putright_workbench_tests ${CMAKE_CURRENT_SOURCE_DIR}/test_main.cpp
    ${CMAKE_CURRENT_SOURCE_DIR}/support/shipped_policy.cpp ${CMAKE_CURRENT_LIST_DIR}/imgui_bench.cpp
    ${CMAKE_CURRENT_LIST_DIR}/imgui_support.cpp
    ${workbench_tests})
  set_target_properties(putright_workbench_tests PROPERTIES UNITY_BUILD OFF)
  target_include_directories(putright_workbench_tests PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(putright_workbench_tests PRIVATE portal_workbench portal_colleagues doctest_headers)
  add_test(NAME putright_workbench_tests COMMAND putright_workbench_tests
           WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
endif()
