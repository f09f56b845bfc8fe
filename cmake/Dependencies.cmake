# The libraries that a layer may LINK, by short name; `LINK re2` means regreen_dep::re2. All come with Debian 12.

find_package(PkgConfig REQUIRED)
find_package(tl-expected REQUIRED)

# short name : pkg-config module
set(regreen_dependencies
  fmt:fmt nettle:nettle hogweed:hogweed gmp:gmp xxhash:libxxhash re2:re2 tomlplusplus:tomlplusplus nlohmann_json:nlohmann_json
  libarchive:libarchive zstd:libzstd z:zlib seccomp:libseccomp pugixml:pugixml yaml-cpp:yaml-cpp sqlite3:sqlite3 CLI11:CLI11)
if(REGREEN_BENCH)
  list(APPEND regreen_dependencies benchmark:benchmark)
endif()
if(REGREEN_TESTS)
  list(APPEND regreen_dependencies gtest:gtest_main)
endif()

foreach(pair IN LISTS regreen_dependencies)
  string(REPLACE ":" ";" pair ${pair})
  list(POP_FRONT pair name module)
  pkg_check_modules(dep_${name} REQUIRED QUIET IMPORTED_TARGET GLOBAL ${module})
  add_library(regreen_dep::${name} ALIAS PkgConfig::dep_${name})
  string(APPEND found " ${name} ${dep_${name}_VERSION}")
endforeach()
message(STATUS "libraries:${found}")
