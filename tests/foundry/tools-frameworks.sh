#!/bin/bash
# Installs JavaScript frameworks, bundlers and cloud tools that come by npm, each in a folder of its own below FOLDER.
# usage: tests/foundry/tools-frameworks.sh FOLDER [GROUP...]
#        then: FOUNDRY_PATH=FOLDER/bin:FOLDER/../node/bin:FOLDER/../node/node_modules/.bin script/foundry frameworks
set -eu
mkdir -p "${1:?a folder is wanted}/bin" && cd "$1" && top=$PWD && shift
groups=" $* "

group() { # NAME PACKAGE...: FOLDER/NAME/node_modules
  local name=$1; shift
  [ "$groups" = "  " ] || [[ "$groups" == *" $name "* ]] || return 1
  mkdir -p "$top/$name" && cd "$top/$name"
  [ -e package.json ] || echo '{"name": "tools", "private": true}' >package.json
  npm install --no-audit --no-fund --ignore-scripts --legacy-peer-deps --loglevel=error "$@"
}

links() { # [NAME=]PROGRAM...: FOLDER/bin/NAME starts the group's program
  for link; do
    printf '#!/bin/sh\nexec "%s/node_modules/.bin/%s" "$@"\n' "$PWD" "${link#*=}" >"$top/bin/${link%%=*}"
    chmod +x "$top/bin/${link%%=*}"
  done
}

group vite2 vite@2 vue@3 @vitejs/plugin-vue@2 typescript@4 && links vite2=vite
group vite4 vite@4 vue@3 @vitejs/plugin-vue@4 rollup2@npm:rollup@2 && links vite4=vite
group vite5 vite@5 vue@3 @vitejs/plugin-vue@5 vite-plugin-pwa@0.20 tailwindcss@4 postcss vue-tsc@2 typescript@5.6 && links vite5=vite vue-tsc
group vite7 vite@7 vue@3 @vitejs/plugin-vue@6 react@19 react-dom@19 @vitejs/plugin-react @tailwindcss/postcss tailwindcss@4 sass less && links vite7=vite
group rollup2 rollup@2 @rollup/plugin-typescript@8 tslib typescript@4 && links rollup2=rollup
group rollup3 rollup@3 @rollup/plugin-typescript@11 @rollup/plugin-node-resolve typescript@5 && links rollup3=rollup
group vite8 vite@8 vue@3 @vitejs/plugin-vue@6 && links vite8=vite
group webpack1 webpack@1 babel-loader@6 babel-core@6 babel-preset-es2015@6 css-loader@0.28 style-loader@0.20 && links webpack1=webpack
group webpack4 webpack@4 webpack-cli@3 ts-loader@8 babel-loader@8 @babel/core @babel/preset-env css-loader@5 style-loader@2 sass-loader@10 sass file-loader typescript@4 \
  html-webpack-plugin@4 && links webpack4=webpack
group webpack5 webpack@5.90 webpack-cli@5 ajv@8 ts-loader@9 babel-loader@9 @babel/core @babel/preset-env @babel/preset-react css-loader style-loader sass-loader@14 sass \
  typescript@5 html-webpack-plugin fork-ts-checker-webpack-plugin eslint@8 eslint-webpack-plugin@4 postcss-loader postcss tailwindcss@4 && links webpack5=webpack

group next12 next@12 react@17 react-dom@17 eslint@8 eslint-config-next@12 typescript@4.9 @types/react@17 @types/node@18 sass && links next12=next
group next13 next@13 react@18 react-dom@18 eslint@8 eslint-config-next@13 typescript@5.3 @types/react@18 @types/node@18 sass && links next13=next
group next14 next@14 react@18 react-dom@18 eslint@8 eslint-config-next@14 typescript@5.3 @types/react@18 @types/node@20 tailwindcss@4 && links next14=next
group next15 next@15 react@19 react-dom@19 eslint@9 eslint-config-next@15 @eslint/eslintrc typescript@5 @types/react@19 @types/node@20 && links next15=next
group next16 next@16 react@19 react-dom@19 typescript@5 @types/react@19 @types/node@20 && links next16=next
group angular19 @angular/cli@19 @angular/core@19 @angular/common@19 @angular/compiler@19 @angular/compiler-cli@19 @angular/platform-browser@19 @angular/forms@19 @angular/router@19 \
  @angular-devkit/build-angular@19 rxjs@7 zone.js@0.15 tslib typescript@5.8 && links ng19=ng
group angular16 @angular/cli@16 @angular/core@16 @angular/common@16 @angular/compiler@16 @angular/compiler-cli@16 @angular/platform-browser@16 @angular/platform-browser-dynamic@16 \
  @angular/forms@16 @angular-devkit/build-angular@16 rxjs@7 zone.js@0.13 tslib typescript@5.1 && links ng16=ng
group angular15 @angular/cli@15 @angular/core@15 @angular/common@15 @angular/compiler@15 @angular/compiler-cli@15 @angular/platform-browser@15 \
  @angular/platform-browser-dynamic@15 @angular-devkit/build-angular@15 rxjs@7 zone.js@0.12 tslib typescript@5.6 && links ng15=ng    # a TypeScript that it refuses
group angular12 @angular/cli@12 @angular/core@12 @angular/common@12 @angular/compiler@12 @angular/compiler-cli@12 @angular/platform-browser@12 @angular/platform-browser-dynamic@12 \
  @angular/forms@12 @angular-devkit/build-angular@12 rxjs@6 zone.js@0.11 tslib typescript@4.3 && links ng12=ng
group react5 react-scripts@5 ajv@8 react@18 react-dom@18 typescript@4 && links react-scripts
group react3 react-scripts@3 react@16 react-dom@16 && links react-scripts3=react-scripts
group vuecli4 @vue/cli-service@4 vue@2 vue-template-compiler@2 && links vue-cli-service4=vue-cli-service
group vuecli @vue/cli-service@5 @vue/cli-plugin-babel@5 @vue/cli-plugin-eslint@5 eslint@7 eslint-plugin-vue@8 @babel/core @babel/eslint-parser vue@3 core-js && links vue-cli-service
group metro react-native@0.74 react@18.2 @react-native/metro-config@0.74 @react-native/babel-preset@0.74 @react-native-community/cli@13 @react-native-community/cli-platform-android@13 && links react-native metro
group expo expo@51 react-native@0.74 react@18.2 react-dom@18.2 @expo/metro-runtime@3 babel-preset-expo@11 react-native-web && links expo
group eas eas-cli && links eas
group storybook storybook@8 @storybook/react-webpack5@8 @storybook/react-vite@8 @storybook/addon-webpack5-compiler-swc react@18 react-dom@18 vite@5 @vitejs/plugin-react@4 && links storybook
group electron electron-builder@24 && links electron-builder
group electron26 electron-builder@26 && links electron-builder26=electron-builder
group wrangler wrangler@3 && links wrangler
group firebase firebase-tools@13 && links firebase
group docusaurus @docusaurus/core@3 @docusaurus/preset-classic@3 react@18 react-dom@18 @mdx-js/react@3 && links docusaurus
group vitepress vitepress@1 vue@3 && links vitepress
group astro astro@4 @emnapi/runtime @emnapi/core @astrojs/check@0.9 typescript@5 && links astro
group astro5 astro@5 && links astro5=astro
group prisma5 prisma@5 @prisma/client@5 && links prisma5=prisma && (cd node_modules/@prisma/client && node scripts/postinstall.js) || true
group prisma7 prisma@7 @prisma/client@7 && links prisma7=prisma
group prisma prisma@6 @prisma/client@6 && links prisma
group nuxt nuxt@3 vue@3 && links nuxt nuxi
group sveltekit @sveltejs/kit@2 @sveltejs/vite-plugin-svelte@4 @sveltejs/adapter-auto svelte@5 vite@5 && links svelte-kit
group remix @remix-run/dev@2 @remix-run/react@2 @remix-run/node@2 react@18 react-dom@18 vite@5 && links remix
group gatsby gatsby@5 ajv@8 react@18 react-dom@18 && links gatsby
group nest @nestjs/cli@10 @nestjs/common@10 @nestjs/core@10 @nestjs/platform-express@10 rxjs reflect-metadata typescript@5 && links nest
group graphql @graphql-codegen/cli@5 @graphql-codegen/typescript @graphql-codegen/typescript-operations graphql@16 && links graphql-codegen
group elm elm@0.19.1-6 && links elm
group csslint csslint gulp@4 grunt grunt-cli grunt-contrib-csslint && links csslint
group tailwind3 tailwindcss@3 postcss postcss-cli@11 autoprefixer && links postcss
true
