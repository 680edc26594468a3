# putright_embed_files(TARGET NAMESPACE name FILES a.json b.json): makes <build>/generated/<name>.cpp,
# which defines `std::span<NamedText const> putright::<name>()`: each file's name and its bytes.
function(putright_embed_files target name)
  set(output ${CMAKE_BINARY_DIR}/generated/${name}.cpp)
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DNAME=${name} "-DFILES=${ARGN}"
            -P ${CMAKE_SOURCE_DIR}/cmake/embed_files_step.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/embed_files_step.cmake VERBATIM)
  # Each such file names its own bytes alike.
  set_source_files_properties(${output} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_sources(${target} PRIVATE ${output})
endfunction()
