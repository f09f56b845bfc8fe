# One folder of src/ is one layer is one static library.
#
#   regreen_layer(read SOURCES read.cpp zip.cpp DEPENDS base model LINK zstd)
#
# makes regreen::read, which sees the layers in DEPENDS and no other: the linker and `ctest -R layers` see to it.
# A layer without sources (headers only) is an INTERFACE library. `adapters/sqlite` becomes regreen::adapters_sqlite.
#
#   ROOMS "text" "python text"
#
# are folders of one layer: each sees the layer's own files, those that the layer sees and the rooms named behind it.

# Parsed once and shared by every target: what nearly every file includes.
set(regreen_common_headers
  <algorithm> <map> <memory> <optional> <span> <string> <string_view> <vector> <tl/expected.hpp>)
file(WRITE ${PROJECT_BINARY_DIR}/pch.cpp "")
add_library(regreen_pch OBJECT ${PROJECT_BINARY_DIR}/pch.cpp)
target_link_libraries(regreen_pch PUBLIC regreen_settings PRIVATE regreen_warnings)
target_link_libraries(regreen_pch PUBLIC tl::expected)
target_precompile_headers(regreen_pch PRIVATE ${regreen_common_headers})

function(regreen_layer folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;LINK;ROOMS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "regreen_layer(${folder}): what is ${arg_UNPARSED_ARGUMENTS}?")
  endif()
  string(REPLACE "/" "_" name ${folder})
  set(target regreen_${name})
  set(scope PUBLIC)
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE regreen_warnings)
    target_precompile_headers(${target} REUSE_FROM regreen_pch)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(regreen::${name} ALIAS ${target})
  target_link_libraries(${target} ${scope} regreen_settings tl::expected)
  regreen_link_layers(${target} ${scope} ${arg_DEPENDS})
  list(TRANSFORM arg_LINK PREPEND regreen_dep::)
  target_link_libraries(${target} ${scope} ${arg_LINK})
  list(JOIN arg_DEPENDS " " depends)
  set_property(GLOBAL APPEND PROPERTY regreen_layers "${folder}: ${depends}")
  foreach(room IN LISTS arg_ROOMS)
    string(REPLACE " " ";" seen ${room})
    list(POP_FRONT seen name)
    list(TRANSFORM seen PREPEND "${folder}/")
    list(JOIN seen " " seen)
    set_property(GLOBAL APPEND PROPERTY regreen_layers "${folder}/${name}: ${folder} ${depends} ${seen}")
  endforeach()
endfunction()

# Only a layer declared earlier may be named, so the arrows cannot form a circle.
function(regreen_link_layers target scope)
  foreach(layer IN LISTS ARGN)
    string(REPLACE "/" "_" name ${layer})
    if(NOT TARGET regreen_${name})
      message(FATAL_ERROR "${target}: layer ${layer} does not exist (yet): lower layers come first")
    endif()
    target_link_libraries(${target} ${scope} regreen_${name})
  endforeach()
endfunction()

# The program: regreen_program(regreen SOURCES main.cpp DEPENDS cli)
function(regreen_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;LINK")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE regreen_settings regreen_warnings tl::expected)
  target_precompile_headers(${name} REUSE_FROM regreen_pch)
  regreen_link_layers(${name} PRIVATE ${arg_DEPENDS})
  list(TRANSFORM arg_LINK PREPEND regreen_dep::)
  target_link_libraries(${name} PRIVATE ${arg_LINK})
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()

# For script/check-layers: one line per layer and room, "read: base model rules".
function(regreen_write_layers)
  get_property(lines GLOBAL PROPERTY regreen_layers)
  list(JOIN lines "\n" text)
  file(WRITE ${PROJECT_BINARY_DIR}/layers.txt "${text}\n")
endfunction()
