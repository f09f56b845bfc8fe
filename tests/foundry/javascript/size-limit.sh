# expect: quality_gate js.size-limit
# needs: size-limit
ln -s "$(dirname "$(readlink -f "$(command -v size-limit)")")/.." dummy; rm dummy
ln -s /tmp/tools/node/node_modules node_modules
echo '{"name": "shop", "devDependencies": {"@size-limit/file": "1"}, "size-limit": [{"path": "a.js", "limit": "10 B"}]}' >package.json
echo "const a = 'quite a lot of text'" >a.js
size-limit
