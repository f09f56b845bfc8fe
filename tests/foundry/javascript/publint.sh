# expect: quality_gate js.publint
# needs: publint
echo '{"name": "shop", "version": "1.0.0", "main": "./dist/a.js", "exports": {"import": "./b.mjs", "types": "./b.d.ts"}}' >package.json; echo '{"name": "shop"}' >package-lock.json
publint --strict --pack false
