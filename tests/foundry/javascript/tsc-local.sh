# expect: import_error js.ts-local-missing
# needs: tsc
echo "import { paint } from './lib/paint'
import { b } from '@/b'
export const a = paint + b" >a.ts
tsc --noEmit --pretty a.ts; tsc --noEmit a.ts
