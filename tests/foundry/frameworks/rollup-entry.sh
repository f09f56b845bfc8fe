# expect: missing_file js.bundler-entry
# needs: rollup
rollup src/index.js -f cjs
