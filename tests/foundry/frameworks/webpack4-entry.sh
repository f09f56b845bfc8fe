# expect: missing_file js.webpack-entry
# needs: webpack4
ln -s /tmp/tools/frameworks/webpack4/node_modules node_modules
NODE_OPTIONS=--openssl-legacy-provider webpack4 --mode production
