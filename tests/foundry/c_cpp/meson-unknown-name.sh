# expect: configuration_error meson.error
# needs: meson
printf "project('planner', 'c')\nexecutable('planner', sourcez)\n" > meson.build
meson setup build
