# expect: type_error js.rescript
# needs: rescript
ln -s /tmp/tools/more/node_modules node_modules
echo '{"name": "shop"}' >package.json; echo '{"name": "shop", "sources": "src", "package-specs": {"module": "esmodule", "in-source": true}, "suffix": ".res.js"}' >rescript.json
mkdir src; printf 'let n: int = "three"\n' >src/Shop.res
rescript build
