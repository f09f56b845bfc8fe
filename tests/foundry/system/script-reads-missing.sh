# expect: missing_file system.script-missing
# needs: bash dash
mkdir tools
touch tools/common.sh
cat > tools/release.sh <<'R'
#!/bin/sh
(
. ./common.sh); (
. common.sh)
./common.sh
R
printf 'sort \\\n  < dates.txt\nsource ./common.sh\n' > tools/dates.sh
chmod +x tools/*.sh
./tools/release.sh
bash tools/dates.sh
