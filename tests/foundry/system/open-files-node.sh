# expect: infrastructure system.open-files
# needs: node
ulimit -n 40
node -e 'const fs = require("fs"); for (;;) fs.openSync("/dev/null")'
