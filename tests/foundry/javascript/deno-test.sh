# expect: test_failure js.deno-test
# needs: deno
printf 'Deno.test("adds", () => { if (1 + 1 !== 3) throw new Error("total is 2"); });\nDeno.test("kept", () => {});\n' >a_test.ts
NO_COLOR=1 DENO_NO_UPDATE_CHECK=1 deno test --no-check a_test.ts
