# expect: missing_file js.bundler-entry
# needs: vite5
echo '{"name": "shop", "type": "module"}' >package.json
vite5 build
