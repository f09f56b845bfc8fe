# expect: syntax_error meson.syntax
# needs: meson
printf "project('planner', 'c')\nif true\n" > meson.build; meson setup build
