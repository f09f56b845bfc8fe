# expect: lint js.coffeelint
# needs: coffeelint
echo 'a = "a very long line, so long that the linter is not content with it any more, and says so"' >a.coffee
coffeelint a.coffee
