# expect: configuration_error js.json
# needs: node
echo '{"a": 1,}' >settings.json
echo "require('./settings.json')" >a.js
echo "JSON.parse('<html>')" >b.js
echo "JSON.parse('')" >c.js
node c.js; node b.js; node a.js
