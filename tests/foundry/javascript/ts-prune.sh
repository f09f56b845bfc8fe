# expect: lint js.unused-export
# needs: ts-prune
echo '{"include": ["*.ts"]}' >tsconfig.json; echo 'export const a = 1' >a.ts
ts-prune -e
