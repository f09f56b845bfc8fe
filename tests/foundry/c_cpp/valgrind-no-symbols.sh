# expect: dependency_missing valgrind.no-symbols
# needs: gcc valgrind strip
cp -L /lib64/ld-linux-x86-64.so.2 ld.so && strip --strip-all -R .note.gnu.build-id -R .gnu_debuglink ld.so
printf 'int main(void) { return 0; }\n' > till.c && gcc till.c -o till -Wl,--dynamic-linker="$PWD/ld.so" && valgrind ./till
