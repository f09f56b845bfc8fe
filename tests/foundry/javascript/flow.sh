# expect: type_error js.flow
# needs: flow
chmod +x /tmp/tools/more/node_modules/flow-bin/*/flow 2>/dev/null
printf '[options]\n' >.flowconfig; printf '// @flow\nconst n: number = "three";\nimport a from "./nowhere";\n' >a.js
flow check
