# expect: test_failure js.jasmine
# needs: jasmine
mkdir spec; echo "describe('basket', () => { it('adds', () => expect(1 + 1).toEqual(3)); it('throws', () => { undefined.name }) })" >spec/a.spec.js
jasmine 'spec/*.js'
