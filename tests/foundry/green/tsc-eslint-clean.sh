# expect: success
# needs: tsc eslint prettier
printf 'export class FatalError extends Error {\n  constructor(readonly code: number) {\n    super("failed");\n  }\n}\n' > error.ts
printf '{ "compilerOptions": { "strict": true, "noEmit": true, "types": [] }, "files": ["error.ts"] }\n' > tsconfig.json
printf 'module.exports = [{ files: ["**/*.js"], rules: { "no-console": "warn", "no-unused-vars": "warn" } }];\n' > eslint.config.js
printf 'const failed = 1;\nconsole.log("error");\n' > a.js
tsc --listFiles false --extendedDiagnostics | grep -v Memory; tsc -p . && eslint . ; prettier --check a.js error.ts
