# One test program per layer, or per subject.
#
#   regreen_test(read SOURCES zip_test.cpp)                                tests of one layer; links only that one
#   regreen_test(store LABEL contract SOURCES store_test.cpp DEPENDS adapters/memory adapters/sqlite)
#
# SERIAL: no other test runs beside these. LABEL (default unit) is what `ctest -L` asks for, TIMEOUT (default 60) holds for each test, in seconds. Tests run in the
# top folder of the repository, so that `tests/logs/…` is found; $REGREEN_PROGRAM names the program.

include(GoogleTest)

file(WRITE ${PROJECT_BINARY_DIR}/test_pch.cpp "")
add_library(regreen_test_pch OBJECT ${PROJECT_BINARY_DIR}/test_pch.cpp)
target_link_libraries(regreen_test_pch PUBLIC regreen_settings tl::expected regreen_dep::gtest PRIVATE regreen_warnings)
target_precompile_headers(regreen_test_pch PRIVATE ${regreen_common_headers} <gtest/gtest.h>)

function(regreen_test subject)
  cmake_parse_arguments(PARSE_ARGV 1 arg "SERIAL" "LABEL;TIMEOUT" "SOURCES;DEPENDS;LINK")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "regreen_test(${subject}): what is ${arg_UNPARSED_ARGUMENTS}?")
  endif()
  set(label unit)
  if(arg_LABEL)
    set(label ${arg_LABEL})
  endif()
  set(timeout 60)
  if(arg_TIMEOUT)
    set(timeout ${arg_TIMEOUT})
  endif()
  if(REGREEN_SANITIZE)
    math(EXPR timeout "${timeout} * 5")
  endif()
  string(REPLACE "/" "_" name ${subject})
  set(target ${label}_${name}_test)
  add_executable(${target} ${arg_SOURCES})
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  target_link_libraries(${target} PRIVATE regreen_settings regreen_warnings tl::expected regreen_dep::gtest)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_precompile_headers(${target} REUSE_FROM regreen_test_pch)
  if(TARGET regreen_${name})
    target_link_libraries(${target} PRIVATE regreen_${name})
  endif()
  regreen_link_layers(${target} PRIVATE ${arg_DEPENDS})
  list(TRANSFORM arg_LINK PREPEND regreen_dep::)
  target_link_libraries(${target} PRIVATE ${arg_LINK})
  gtest_discover_tests(${target} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    PROPERTIES LABELS ${label} TIMEOUT ${timeout} RUN_SERIAL ${arg_SERIAL} ENVIRONMENT REGREEN_PROGRAM=${PROJECT_BINARY_DIR}/regreen)
endfunction()
