# expect: test_failure lua.luassert
# needs: busted
mkdir spec; printf 'describe("cart", function()\n  it("sums", function() assert.are.equal(3, 2) end)\n  it("has a name", function() local t; return t.x end)\nend)\n' > spec/cart_spec.lua
busted; busted -o TAP; exit 1
