# expect: network js.node-network
# needs: node
echo "fetch('http://127.0.0.1:9/').catch(e => { throw e })" >a.js
echo "require('http').get('http://127.0.0.1:9/')" >b.js
echo "require('http').get('http://api.shop.invalid/')" >c.js
for f in *.js; do node $f; done
exit 1
