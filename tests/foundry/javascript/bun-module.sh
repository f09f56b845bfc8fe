# expect: dependency_missing js.bun-package
# needs: bun
printf 'import a from "express";\nconsole.log(a);\n' >a.ts
NO_COLOR=1 bun --no-install run a.ts
