# expect: toolchain system.command-not-found
# needs: bash dash
cat > build.sh <<'S'
shopctl --cpp_out=. shop.proto
S
bash build.sh
sh build.sh
bash -c 'terraform plan'
