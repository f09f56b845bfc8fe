# expect: crash js.node-class-call
# needs: node
echo "class Ticker {} const make = () => Ticker(1); make();" >a.js
echo "const all = Map();" >b.js
echo "const late = Promise(() => 1);" >c.js
for f in a.js b.js c.js; do node $f; done
exit 1
