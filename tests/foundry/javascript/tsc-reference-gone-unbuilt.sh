# expect: configuration_error js.ts-config
# needs: tsc
mkdir src && echo 'export const a = 1;' > src/a.ts
echo '{ "compilerOptions": { "rootDir": "src", "types": [] }, "include": ["src"], "references": [{ "path": "../../shared/money" }] }' > tsconfig.json
tsc -p . --noEmit --pretty false
