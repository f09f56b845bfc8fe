# One fuzzer per kind of hostile input: regreen_fuzz(read SOURCES read_fuzz.cpp DEPENDS read)

function(regreen_fuzz name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS")
  add_executable(fuzz_${name} ${arg_SOURCES})
  target_link_libraries(fuzz_${name} PRIVATE regreen_settings regreen_warnings tl::expected)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  regreen_link_layers(fuzz_${name} PRIVATE ${arg_DEPENDS})
endfunction()
