# expect: permission_denied system.script-not-executable
# needs: bash dash make
mkdir script && echo 'echo 1' > script/build.sh
./script/build.sh
sh -c ./script/build.sh
printf 'all:\n\t./script/build.sh\n' > Makefile
make
