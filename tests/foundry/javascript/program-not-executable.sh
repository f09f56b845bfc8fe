# expect: permission_denied system.program-not-executable
# needs: node
mkdir tools && printf '#!/bin/sh\necho 1\n' > tools/gen
echo "require('child_process').spawn('./tools/gen')" > a.js
echo "require('child_process').execFileSync(require('path').resolve('tools/gen'))" > b.js
node a.js
node b.js
