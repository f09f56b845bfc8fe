# expect: configuration_error said.option
# needs: webpack5
ln -s /tmp/tools/frameworks/webpack5/node_modules node_modules
mkdir src; echo 'console.log(1)' >src/index.js
webpack5 --mode production --colours
