# expect: configuration_error said.option
# needs: node
ln -s /tmp/tools/node/node_modules node_modules
printf 'const { program } = require("commander");\nprogram.requiredOption("--region <name>").parse();\n' >a.js
node a.js
