# The stub's unit tests, and its API tested from outside with Node (tests/server-stub/*_test.mjs: `npm test`).
add_executable(putright_stub_tests
  ${CMAKE_CURRENT_LIST_DIR}/../test_main.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../support/golden.cpp
  ${CMAKE_CURRENT_LIST_DIR}/../support/shipped_policy.cpp
  ${CMAKE_CURRENT_LIST_DIR}/accounts_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/cleaning_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/config_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/directory_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/erasing_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/fetch_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/file_name_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/folder_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/form_body_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/form_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/identity_token_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/key_folder_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/jws_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/media_type_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/message_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/multipart_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/notice_rows_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/notices_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/refusal_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/router_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/start_turn_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/static_files_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/store_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/target_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/temporary_folder.cpp
  ${CMAKE_CURRENT_LIST_DIR}/wrong_keys_test.cpp)
target_link_libraries(putright_stub_tests PRIVATE stub doctest_headers)
add_test(NAME putright_stub_tests COMMAND putright_stub_tests WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
