# Puts the rule files into the program.
#
#   regreen_embed(OUTPUT embedded.cpp FUNCTION embedded_rules HEADER rules/embedded.h FROM rules)
#
# generates OUTPUT in the current binary folder: `std::span<const regreen::EmbeddedFile> embedded_rules()` answers
# every *.toml below FROM, named as seen from the top of the repository, in the order of the names.

function(regreen_embed)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "OUTPUT;FUNCTION;HEADER;FROM" "")
  file(GLOB_RECURSE files RELATIVE ${PROJECT_SOURCE_DIR} CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${arg_FROM}/*.toml)
  list(SORT files)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${arg_OUTPUT})
  set(script ${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake)
  set(list ${output}.list)
  list(JOIN files "\n" lines)
  file(CONFIGURE OUTPUT ${list} CONTENT "${lines}" @ONLY)
  set(inputs ${files})
  list(TRANSFORM inputs PREPEND ${PROJECT_SOURCE_DIR}/)
  add_custom_command(OUTPUT ${output} VERBATIM
    COMMAND ${CMAKE_COMMAND} -D OUTPUT=${output} -D LIST=${list} -D FUNCTION=${arg_FUNCTION} -D HEADER=${arg_HEADER}
            -P ${script}
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    DEPENDS ${inputs} ${list} ${script}
    COMMENT "Embedding ${arg_FROM}/**/*.toml")
endfunction()
