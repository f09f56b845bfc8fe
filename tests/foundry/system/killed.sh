# expect: out_of_memory system.killed
# needs: bash
cat > build.sh <<'S'
set -e
sh -c 'kill -9 $$'
S
bash build.sh
