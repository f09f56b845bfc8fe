# expect: out_of_memory system.cannot-allocate
# needs: git bash
ulimit -v 30000
python3 -c 'import mmap; mmap.mmap(-1, 1 << 32)'
head -c 100M /dev/zero | sort -S 4G > /dev/null
exit 1
