# expect: syntax_error js.node-syntax
# needs: node
echo "function a( { return 1 }}" >a.js
echo "const a = 1; const a = 2" >b.js
echo "console.log('a'" >c.js
echo "function f() { await 1 }" >d.js
echo "const s = 'abc" >e.js
echo "if (1) {" >f.js
echo "const x = 1 y" >g.js
for f in *.js; do node $f; done
exit 1
