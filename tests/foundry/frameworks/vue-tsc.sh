# expect: type_error js.ts-type
# needs: vue-tsc
ln -s /tmp/tools/frameworks/vite5/node_modules node_modules
echo '{"compilerOptions": {"strict": true, "target": "esnext", "module": "esnext", "moduleResolution": "bundler", "noEmit": true, "skipLibCheck": true}, "include": ["src"]}' >tsconfig.json
mkdir src; printf '<script setup lang="ts">\nconst price: number = "three"\n</script>\n<template><p>{{ totl }} {{ price }}</p></template>\n' >src/Basket.vue
vue-tsc
