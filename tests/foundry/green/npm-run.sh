# expect: success
# needs: node npm
cat > package.json <<'JS'
{ "name": "fail-fast", "version": "1.0.0", "scripts": {
    "lint": "node -e \"console.warn('(node:1) [DEP0005] DeprecationWarning: Buffer() is deprecated'); console.log('0 errors, 0 warnings')\"",
    "test": "npm run lint && node test.js || exit 1", "build:error-pages": "node -e \"console.log('dist/404.html  1.2 kB\\ndist/500.html  1.3 kB\\nbuilt in 12ms')\"" } }
JS
printf 'console.log("errors.test: 3 passed, 0 failed");\n' > test.js
npm --no-update-notifier test
npm --no-update-notifier run build:error-pages
npm --no-update-notifier run missing --if-present
