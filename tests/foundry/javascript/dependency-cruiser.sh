# expect: lint js.dependency-cruiser
# needs: depcruise
echo 'require("./b")' >a.js; echo 'require("./a")' >b.js
echo 'module.exports = {forbidden: [{name: "no-circular", severity: "error", from: {}, to: {circular: true}}]}' >.dependency-cruiser.js
depcruise a.js b.js --config .dependency-cruiser.js
