# expect: crash js.node-type-error
# needs: node
echo "undefined.name" >a.js
echo "const a = {}; a.run()" >b.js
echo "const a = 1; a = 2" >c.js
echo "throw new Error('the shelf is empty')" >d.js
echo "Promise.reject(new Error('late'))" >e.js
echo "Promise.reject('late')" >f.js
for f in *.js; do node $f; done
exit 1
