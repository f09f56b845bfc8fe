# expect: success
# needs: node
echo "new Buffer(1); process.emitWarning('careful'); console.log('SyntaxError: none', 'Cannot find module: none')" >a.js
echo "export default 1" >b.js
node a.js; node b.js; node --trace-deprecation -e "try { require('chalk') } catch (e) { console.log('chalk is optional:', e.code) }"
