# expect: syntax_error js.coffee-syntax
# needs: cake coffee
mkdir test; printf 'test "adds", ->\n  total = (a, b ->\n   a\n' >test/basket.coffee
cat >Cakefile <<'C'
fs = require 'fs'
CoffeeScript = require '/tmp/tools/node/node_modules/coffeescript'
task 'test', 'runs the tests', ->
  failures = []
  try
    CoffeeScript.run fs.readFileSync('test/basket.coffee', 'utf8'), filename: 'test/basket.coffee'
  catch error
    failures.push error
  console.log "failed #{failures.length} and passed 12 tests in 0.01 seconds"
  console.log "\n  #{error}" for error in failures
  process.exit failures.length
C
cake test
