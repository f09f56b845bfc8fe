# expect: success
# needs: tsc
echo "export const text = 'error TS2307: Cannot find module'" >a.ts
tsc --listFilesOnly a.ts; tsc --noEmit a.ts && grep -n error a.ts
