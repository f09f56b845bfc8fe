# expect: quality_gate js.coverage
# needs: nyc-npm
echo "function a() { return 1 }
function b() { return 2 }
a()" >a.js
nyc-npm --check-coverage --lines 100 --functions 90 node a.js
