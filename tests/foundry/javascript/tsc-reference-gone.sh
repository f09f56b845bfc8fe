# expect: configuration_error js.ts-config
# needs: tsc
echo '{ "files": [], "references": [{ "path": "./shared/money" }] }' > tsconfig.json
tsc -b --pretty false
