# expect: dependency_missing js.depcheck
# needs: depcheck
echo '{"name": "shop", "dependencies": {"left": "1.0.0"}}' >package.json; echo 'require("express")' >a.js
depcheck
