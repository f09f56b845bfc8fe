# How every file of ours is compiled: regreen_settings and regreen_warnings, linked by each target.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
find_package(Threads REQUIRED)

add_library(regreen_settings INTERFACE)
target_include_directories(regreen_settings INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(regreen_settings INTERFACE Threads::Threads)
target_compile_definitions(regreen_settings INTERFACE _GLIBCXX_ASSERTIONS)
target_compile_options(regreen_settings INTERFACE
  -pthread -fPIE -fno-plt -fstack-protector-strong -fstack-clash-protection -fcf-protection
  -ffile-prefix-map=${PROJECT_SOURCE_DIR}/=   # no path of the building machine in the program
  $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>  # lets ccache see through precompiled headers
  $<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>)
target_link_options(regreen_settings INTERFACE -pie -Wl,-z,relro,-z,now)

if(REGREEN_SANITIZE)
  target_compile_options(regreen_settings INTERFACE
    -fsanitize=${REGREEN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(regreen_settings INTERFACE -fsanitize=${REGREEN_SANITIZE})
else()
  target_compile_options(regreen_settings INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()
if(REGREEN_FUZZ)
  target_compile_options(regreen_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()

add_library(regreen_warnings INTERFACE)
target_compile_options(regreen_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wimplicit-fallthrough -Winvalid-pch
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-array-bounds;-Wno-restrict>  # wrong of g++ 12 about std::string
  $<$<BOOL:${REGREEN_WERROR}>:-Werror>)
