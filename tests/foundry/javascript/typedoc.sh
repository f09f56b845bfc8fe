# expect: quality_gate js.typedoc
# needs: typedoc
ln -s /tmp/tools/more/node_modules node_modules
echo '{"compilerOptions": {"types": []}, "files": ["a.ts"]}' >tsconfig.json; printf '/** See {@link nowhere} */\nexport function total(a: number) { return a }\n' >a.ts
typedoc --treatWarningsAsErrors --emit none a.ts
