# putright_embed_fonts(target): Atkinson Hyperlegible Next in two weights, cut down to the letters we use,
# as byte arrays (portal/imgui/fonts.hpp). Dear ImGui uses no kerning, so layout tables go as well. A third
# weight would cost 12 KB of the workbench's download.
set(PUTRIGHT_FONT_DIR ${CMAKE_SOURCE_DIR}/node_modules/@expo-google-fonts/atkinson-hyperlegible-next
    CACHE PATH "Where the font package is")
# Semibold writes our own words and names from the policy data: English, and Welsh in small letters. Regular also
# writes what people type: Latin with all its accents.
set(PUTRIGHT_FONT_OWN_WORDS U+0020-007E U+00A0 U+00A3 U+00A7 U+00B0 U+00B7 U+00BD U+00C9 U+00E0-00E2 U+00E4
    U+00E7-00F6 U+00F9-00FD U+00FF U+0174-0177 U+2013-2014 U+2018-2019 U+201C-201D U+2022 U+2026 U+20AC)
set(PUTRIGHT_FONT_TYPED_WORDS U+00A1-00FF U+0100-017F U+0218-021B U+1E80-1E85 U+1EF2-1EF3 U+2010-2015 U+2018-201E
    U+2020-2021 U+2030 U+2032-2033 U+2039-203A U+2122 U+2190-2193 U+2212)
find_program(PUTRIGHT_FONT_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(PUTRIGHT_FONT_PYTHON NAMES python3)

function(putright_embed_fonts target)
  foreach(weight regular:400Regular semibold:600SemiBold)
    string(REPLACE ":" ";" parts ${weight})
    list(GET parts 0 name)
    list(GET parts 1 folder)
    set(letters ${PUTRIGHT_FONT_OWN_WORDS})
    if(name STREQUAL regular)
      list(APPEND letters ${PUTRIGHT_FONT_TYPED_WORDS})
    endif()
    string(REPLACE ";" "," unicodes "${letters}")
    set(source ${PUTRIGHT_FONT_DIR}/${folder}/AtkinsonHyperlegibleNext_${folder}.ttf)
    if(NOT EXISTS ${source})
      message(FATAL_ERROR "The workbench's font is not at ${source}: run npm ci, "
        "or configure with -DPUTRIGHT_WORKBENCH=OFF")
    endif()
    set(subset ${CMAKE_BINARY_DIR}/generated/font_${name}.ttf)
    set(array ${CMAKE_BINARY_DIR}/generated/font_${name}.cpp)
    add_custom_command(OUTPUT ${array}
      COMMAND ${PUTRIGHT_FONT_PYTHON} -m fontTools.subset ${source} --output-file=${subset}
              --unicodes=${unicodes} --layout-features= --no-hinting --notdef-outline
              --name-IDs=1,2 --drop-tables+=GPOS,GSUB,GDEF,DSIG,STAT,gasp,meta,prep,fpgm,cvt,name,OS/2,post
      COMMAND ${CMAKE_COMMAND} -DINPUT=${subset} -DOUTPUT=${array} -DNAME=font_${name}
              -P ${CMAKE_SOURCE_DIR}/cmake/font_array_step.cmake
      DEPENDS ${source} ${CMAKE_SOURCE_DIR}/cmake/fonts.cmake ${CMAKE_SOURCE_DIR}/cmake/font_array_step.cmake
      COMMENT "Cutting down the font ${folder}" VERBATIM)
    target_sources(${target} PRIVATE ${array})
  endforeach()
endfunction()
