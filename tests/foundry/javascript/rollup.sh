# expect: import_error js.vite-local-missing
# needs: rollup
echo "import './nope.js'" >a.js
rollup a.js -f cjs
