# expect: type_error js.ts-name
# needs: tsc
echo "const colour = 1
console.log(color, shade, colour)
export const set = new Chest()" >a.ts
tsc --noEmit a.ts
