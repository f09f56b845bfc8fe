# expect: test_failure js.bun-test
# needs: bun
printf 'import { test, expect } from "bun:test";\ntest("adds", () => { expect(1 + 1).toBe(3); });\ntest("kept", () => {});\n' >a.test.ts
NO_COLOR=1 bun test
