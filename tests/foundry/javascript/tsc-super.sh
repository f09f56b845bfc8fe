# expect: type_error js.ts-type
# needs: tsc
cat > a.ts <<'T'
class Base { constructor(public name: string) {} }
class Late extends Base { size: number; constructor(name: string) { this.size = 1; super(name); } }
class None extends Base { constructor(name: string) {} }
const one = Base('a');
T
tsc --noEmit --target es2020 a.ts
