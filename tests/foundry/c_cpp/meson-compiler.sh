# expect: toolchain meson.no-compiler
# needs: meson
printf "project('planner', 'c')\n" > meson.build
CC=gcc-42 meson setup build
