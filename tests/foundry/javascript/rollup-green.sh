# expect: success
# needs: rollup
echo "import 'left-shelf'" >a.js
rollup a.js -f cjs
