# expect: toolchain system.command-missing
# needs: bash
printf '#!/usr/bin/env node18\n1\n' > tool.js && chmod +x tool.js
./tool.js
