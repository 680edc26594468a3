# putright_leave_out(source copy text...): copies one of Dear ImGui's sources without texts that pull in what the
# workbench never uses and everybody who opens it would download. Each pair is a text and what stands instead; a text
# that is not there (another version of the library) stops the configuration.
function(putright_leave_out source copy)
  file(READ ${source} code)
  list(LENGTH ARGN count)
  math(EXPR last "${count} - 1")
  foreach(at RANGE 0 ${last} 2)
    math(EXPR next "${at} + 1")
    list(GET ARGN ${at} text)
    list(GET ARGN ${next} instead)
    string(FIND "${code}" "${text}" found)
    if(found EQUAL -1)
      message(FATAL_ERROR "${source} no longer has `${text}`: see cmake/imgui_lean.cmake")
    endif()
    string(REPLACE "${text}" "${instead}" code "${code}")
  endforeach()
  file(CONFIGURE OUTPUT ${copy} CONTENT "@code@" @ONLY)
endfunction()
