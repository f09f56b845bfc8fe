# expect: test_failure js.mocha-error
# needs: mocha-npm
mkdir test; echo "it('throws', () => { undefined.name })" >test/a.js
mocha-npm
