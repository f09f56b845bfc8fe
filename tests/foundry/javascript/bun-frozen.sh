# expect: dependency_conflict js.bun-frozen
# needs: bun
echo '{"name": "shop", "dependencies": {"a": "file:./a"}}' >package.json; mkdir a b; echo '{"name": "a", "version": "1.0.0"}' >a/package.json; echo '{"name": "b", "version": "1.0.0"}' >b/package.json
bun install >/dev/null 2>&1; echo '{"name": "shop", "dependencies": {"a": "file:./a", "b": "file:./b"}}' >package.json
NO_COLOR=1 bun install --frozen-lockfile
