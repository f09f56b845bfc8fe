# expect: configuration_error system.script-run-by-shell
# needs: bash dash
printf "import { readFileSync } from 'node:fs';\nconsole.log(readFileSync('a'));\n" > count.mjs
printf "'use strict';\nconst fs = require('fs');\n" > list.js
printf "import os\nprint(os.getcwd())\n" > where.py
chmod +x count.mjs list.js where.py
env PATH=/nowhere /bin/dash -c ./count.mjs
/bin/dash -c ./list.js
./list.js
./where.py
