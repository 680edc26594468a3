# putright_embed_fonts(target): Atkinson Hyperlegible Next in three weights, cut down to the letters we
# use, as byte arrays (portal/imgui/fonts.hpp). Dear ImGui uses no kerning, so layout tables go as well.
set(PUTRIGHT_FONT_DIR ${CMAKE_SOURCE_DIR}/node_modules/@expo-google-fonts/atkinson-hyperlegible-next
    CACHE PATH "Where the font package is")
# Latin with its accents, Welsh, punctuation, arrows, the pound, the euro and a few marks.
set(PUTRIGHT_FONT_UNICODES U+0020-007E U+00A0-017F U+0218-021B U+0374-0377 U+1E80-1E85 U+1EF2-1EF3
    U+2010-2015 U+2018-201E U+2020-2022 U+2026 U+2030 U+2032-2033 U+2039-203A U+20AC U+2122
    U+2190-2193 U+2212 U+2713)
find_program(PUTRIGHT_FONT_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(PUTRIGHT_FONT_PYTHON NAMES python3)

function(putright_embed_fonts target)
  string(REPLACE ";" "," unicodes "${PUTRIGHT_FONT_UNICODES}")
  foreach(weight regular:400Regular semibold:600SemiBold bold:700Bold)
    string(REPLACE ":" ";" parts ${weight})
    list(GET parts 0 name)
    list(GET parts 1 folder)
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
              --name-IDs=1,2 --drop-tables+=GPOS,GSUB,GDEF,DSIG,STAT,gasp,meta,prep,fpgm,cvt
      COMMAND ${CMAKE_COMMAND} -DINPUT=${subset} -DOUTPUT=${array} -DNAME=font_${name}
              -P ${CMAKE_SOURCE_DIR}/cmake/font_array_step.cmake
      DEPENDS ${source} ${CMAKE_SOURCE_DIR}/cmake/font_array_step.cmake
      COMMENT "Cutting down the font ${folder}" VERBATIM)
    target_sources(${target} PRIVATE ${array})
  endforeach()
endfunction()
