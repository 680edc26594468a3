# Nayuki's QR code generator as the target `qrcodegen`, from the sources that scripts/set-up fetched. Its C
# version: the C++ one brings the standard streams with it, 45 KB of everybody's download.
set(PUTRIGHT_QRCODEGEN ${CMAKE_SOURCE_DIR}/third_party/qrcodegen/c CACHE PATH
    "Where the QR code generator's C sources are")
if(NOT EXISTS ${PUTRIGHT_QRCODEGEN}/qrcodegen.c)
  message(FATAL_ERROR "The QR code generator's sources are not in ${PUTRIGHT_QRCODEGEN}: run scripts/set-up")
endif()
enable_language(C)
add_library(qrcodegen STATIC ${PUTRIGHT_QRCODEGEN}/qrcodegen.c)
target_include_directories(qrcodegen SYSTEM PUBLIC ${PUTRIGHT_QRCODEGEN})
set_target_properties(qrcodegen PROPERTIES C_STANDARD 99)
