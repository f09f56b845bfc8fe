# expect: dependency_missing js.angular-builder
# needs: ng19 ng12
ln -s /tmp/tools/frameworks/angular19/node_modules node_modules; export NG_CLI_ANALYTICS=false
mkdir src; echo '{"name": "shop"}' >package.json
echo '{"version": 1, "projects": {"shop": {"projectType": "application", "root": "", "sourceRoot": "src", "architect": {"build": {"builder": "@angular-devkit/build-basket:browser", "options": {"outputPath": "dist", "index": "src/index.html", "browser": "src/main.ts", "polyfills": ["zone.js"], "tsConfig": "tsconfig.json"}}}}}}' >angular.json
echo '{"compilerOptions": {"target": "es2022", "module": "es2022", "moduleResolution": "bundler", "experimentalDecorators": true, "strict": true, "skipLibCheck": true, "types": [], "lib": ["es2022", "dom"]}, "angularCompilerOptions": {"strictTemplates": true}, "files": ["src/main.ts"]}' >tsconfig.json
ng19 build
rm node_modules; ln -s /tmp/tools/frameworks/angular12/node_modules node_modules
ng12 build
