# expect: import_error js.ts-local-missing
# needs: nest
ln -s /tmp/tools/frameworks/nest/node_modules node_modules; mkdir src
echo '{"name": "shop"}' >package.json; echo '{"sourceRoot": "src"}' >nest-cli.json; echo '{"compilerOptions": {"module": "commonjs", "target": "es2021", "outDir": "dist", "strict": true, "skipLibCheck": true, "types": [], "experimentalDecorators": true}}' >tsconfig.json
printf "import { Module } from '@nestjs/common'\nimport { Prices } from './prices'\n\n@Module({ providers: [Prices] })\nexport class Shop {\n  total: number = 'three'\n}\n" >src/main.ts
nest build
