# expect: test_timeout js.test-timeout
# needs: mocha-npm
mkdir test; echo "it('waits', done => {}).timeout(50)" >test/a.js
mocha-npm
