# Header-only packages are copied into a folder of their own: Emscripten must never see /usr/include.
function(putright_vendor_header_folder package header)
  find_path(${package}_ROOT ${header} PATHS /usr/local/include /usr/include
            REQUIRED NO_CMAKE_FIND_ROOT_PATH)
  get_filename_component(folder ${header} DIRECTORY)
  file(COPY ${${package}_ROOT}/${folder} DESTINATION ${CMAKE_BINARY_DIR}/vendor/${package})
  add_library(${package}_headers INTERFACE)
  target_include_directories(${package}_headers SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/vendor/${package})
endfunction()
putright_vendor_header_folder(nlohmann_json nlohmann/json.hpp)
putright_vendor_header_folder(doctest doctest/doctest.h)
