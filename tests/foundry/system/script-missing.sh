# expect: missing_file system.script-missing
# needs: bash dash make
bash script/build.sh
sh script/build.sh
./script/build.sh
cat > run.sh <<'S'
./script/test.sh
source ./env.sh
cd backend
S
bash run.sh
