# expect: lint js.ts-unused
# needs: tsc
echo "import { join } from './b'
const n = 1
export {}" >a.ts; echo "export const join = 1" >b.ts
tsc --noEmit --noUnusedLocals a.ts
