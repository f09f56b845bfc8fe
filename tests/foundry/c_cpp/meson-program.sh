# expect: toolchain meson.program
# needs: meson
printf "project('planner', 'c')\nfind_program('doxyrender')\n" > meson.build
meson setup build
printf "project('planner', 'c', meson_version: '>=9.1')\n" > meson.build; meson setup other
