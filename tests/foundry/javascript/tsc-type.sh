# expect: type_error js.ts-type
# needs: tsc
cat >a.ts <<'TS'
const n: number = 'one'
function f(a: string): void {}
f(1); f()
const o: { a: number } | undefined = undefined as any
console.log(o.a, o?.b)
function g(x) { return x }
let s: string | null = null as any
s.length
TS
tsc --noEmit --strict --pretty a.ts; tsc --noEmit --strict a.ts
