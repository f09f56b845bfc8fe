# expect: success
# needs: meson ninja gcc
cat > meson.build <<'M'
project('codes', 'c', default_options: ['warning_level=2'])
cc = meson.get_compiler('c')
dependency('libfailure', required: false)
find_program('no-such-tool', required: false)
cc.has_header('windows.h')
cc.has_function('strlcat_s')
warning('error reports are not installed')
exe = executable('codes', 'codes.c')
test('exit code', exe)
test('error path', exe, args: 'fail', should_fail: true)
test('timeout', find_program('sh'), args: ['-c', 'exit 77'])
M
printf '#include <stdio.h>\nint main(int argc, char **argv) { int unused; if (argc > 1) fprintf(stderr, "fatal error: %%s\\n", argv[1]); return argc > 1; }\n' > codes.c
meson setup build && ninja -C build && meson test -C build -v && meson test -C build
