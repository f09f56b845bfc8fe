# expect: success
# needs: meson ninja
printf "project('planner', 'c')\ndependency('wayland-toy', required: false)\nfind_program('doxyrender', required: false)\ntest('fail fast', find_program('true'))\n" > meson.build
meson setup build && meson test -C build
