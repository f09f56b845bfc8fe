# expect: test_failure said.fail-line
# needs: cake coffee
cat >Cakefile <<'C'
task 'test', 'runs the tests', ->
  failed = 0
  passed = 0
  for [name, ok] in [['adds', yes], ['is empty', no]]
    if ok then passed++ else failed++
  console.log "failed #{failed} and passed #{passed} tests in 0.01 seconds"
  process.exit failed
C
cake test
