# expect: success
# needs: ng19
ln -s /tmp/tools/frameworks/angular19/node_modules node_modules; export NG_CLI_ANALYTICS=false
mkdir src; echo '{"name": "shop"}' >package.json
echo '{"version": 1, "projects": {"shop": {"projectType": "application", "root": "", "sourceRoot": "src", "architect": {"build": {"builder": "@angular-devkit/build-angular:application", "options": {"outputPath": "dist", "index": "src/index.html", "browser": "src/main.ts", "polyfills": ["zone.js"], "tsConfig": "tsconfig.json"}}}}}}' >angular.json
echo '{"compilerOptions": {"target": "es2022", "module": "es2022", "moduleResolution": "bundler", "experimentalDecorators": true, "strict": true, "skipLibCheck": true, "types": [], "lib": ["es2022", "dom"]}, "angularCompilerOptions": {"strictTemplates": true}, "files": ["src/main.ts"]}' >tsconfig.json
echo '<app-basket></app-basket>' >src/index.html; printf "import { bootstrapApplication } from '@angular/platform-browser'\\nimport { Basket } from './app'\\n\\nbootstrapApplication(Basket)\\n" >src/main.ts
cat >src/app.ts <<'C'
import { Component } from '@angular/core'

@Component({ selector: 'app-basket', standalone: true, template: '<p>{{ total?.length }}</p>' })
export class Basket {
  total = 'three'
}
C
ng19 build
