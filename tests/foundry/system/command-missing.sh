# expect: toolchain system.command-missing
# needs: env nohup xargs timeout nice
env ninja2 --version
nohup gradle7 build
xargs -a /dev/null ansible7
timeout 5 flutter test
nice dart test
