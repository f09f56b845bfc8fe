# expect: configuration_error said.option
# needs: node
ln -s /tmp/tools/node/node_modules node_modules
printf 'require("yargs/yargs")(process.argv.slice(2)).option("region", {demandOption: true}).argv\n' >a.js
node a.js
