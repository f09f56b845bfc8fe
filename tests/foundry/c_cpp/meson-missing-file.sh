# expect: missing_file meson.file-missing
# needs: meson
printf "project('planner', 'c')\nexecutable('planner', 'src/main.c')\n" > meson.build
meson setup build
printf "project('planner', 'c')\nsubdir('src')\n" > meson.build; meson setup other
