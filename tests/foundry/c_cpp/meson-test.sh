# expect: test_failure meson.test-failed
# needs: meson ninja
cat > meson.build <<'M'
project('planner', 'c')
exe = executable('route', 'route.c')
test('shortest route', exe)
test('longest route', exe, args: ['1'])
M
echo 'int main(int argc, char **argv) { return argc == 1; }' > route.c
meson setup build >/dev/null; meson test -C build --print-errorlogs
