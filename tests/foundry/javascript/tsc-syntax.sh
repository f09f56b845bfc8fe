# expect: syntax_error js.ts-syntax
# needs: tsc
echo "function f( { return 1
const a = ;" >a.ts
tsc --noEmit a.ts
