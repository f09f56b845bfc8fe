# expect: test_failure lua.luassert
# needs: busted
mkdir spec && printf 'describe("basket", function()\n  it("sums the prices", function() assert.are.equal(7, math.max(3, 4)) end)\n  it("has a till", function() local t = nil; return t.price end)\nend)\n' >spec/basket_spec.lua
busted -o utfTerminal
