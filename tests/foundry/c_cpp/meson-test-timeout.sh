# expect: test_timeout meson.test-timeout
# needs: meson
printf "project('planner')\ntest('endless', find_program('sleep'), args: ['9'], timeout: 1)\n" > meson.build
meson setup build >/dev/null; meson test -C build
