# expect: configuration_error js.ts-config
# needs: tsc
tsc -p nowhere.json
tsc --noEmit missing.ts
echo '{"compilerOptions": {"target": "es1", "strct": true}, "include": ["src"]}' >tsconfig.json
tsc -p .
