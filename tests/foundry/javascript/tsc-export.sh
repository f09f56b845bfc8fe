# expect: import_error js.ts-no-export
# needs: tsc
echo "export const blue = 1; const green = 2; const x = 3; export default x" >paint.ts
echo "import { red, blu, green } from './paint'
export { red, blu, green }" >a.ts
tsc --noEmit a.ts
