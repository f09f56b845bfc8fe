# expect: test_failure js.tsd
# needs: tsd
echo '{"name": "shop", "types": "index.d.ts", "files": ["index.d.ts"]}' >package.json; echo 'export function total(a: number): number;' >index.d.ts; mkdir -p node_modules
printf 'import {expectType} from "tsd";\nimport {total} from ".";\nexpectType<string>(total(1));\n' >index.test-d.ts
ln -s /tmp/tools/more/node_modules/tsd node_modules/tsd
tsd
