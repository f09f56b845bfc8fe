# expect: toolchain setup.decompressor
# needs: tar
tar -cf a.tar -T /dev/null && cp a.tar a.tar.lz
tar --lzip -xf a.tar.lz
tar -I nothing-zstd -xf a.tar.lz
