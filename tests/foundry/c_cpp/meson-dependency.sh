# expect: dependency_missing meson.dependency
# needs: meson
cat > meson.build <<'M'
project('planner', 'c')
dependency('wayland-toy', required: false)
dependency('audio-toy', version: '>=2')
M
meson setup build
