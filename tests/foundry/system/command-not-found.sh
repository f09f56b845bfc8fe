# expect: toolchain system.command-not-found
# needs: bash dash
cat > build.sh <<'S'
protoc --cpp_out=. shop.proto
S
bash build.sh
sh build.sh
bash -c 'terraform plan'
env ninja2 --version
nohup gradle7 build
xargs -a /dev/null ansible7
timeout 5 flutter test
nice dart test
exit 127
