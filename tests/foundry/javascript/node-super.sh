# expect: crash js.node-super
# needs: node
echo "class Base {} class Late extends Base { constructor(a) { this.a = a; super(); } } new Late(1);" >a.js
node a.js
