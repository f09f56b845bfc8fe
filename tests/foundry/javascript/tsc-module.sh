# expect: dependency_missing js.ts-package-missing
# needs: tsc
echo "import { paint } from 'chalk'
export const a = paint" >a.ts
tsc --noEmit --pretty a.ts; tsc --noEmit a.ts
