# expect: deprecation js.ts-deprecated
# needs: tsc tsc6
echo '{"compilerOptions": {"target": "es3", "importsNotUsedAsValues": "error"}}' >tsconfig.json; echo "export {}" >a.ts
tsc -p .
echo '{"compilerOptions": {"moduleResolution": "node10", "baseUrl": "."}}' >tsconfig.json
tsc6 -p .
