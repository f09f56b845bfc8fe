# expect: syntax_error js.webpack-syntax
# needs: webpack
ln -s /tmp/tools/node/node_modules node_modules
mkdir src; echo "const a = <p>hello</p>" >src/index.js
webpack --mode production
