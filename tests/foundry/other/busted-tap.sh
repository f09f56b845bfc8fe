# expect: test_failure tap.not-ok
# needs: busted
mkdir spec; printf 'describe("cart", function()\n  it("sums", function() assert.are.equal(3, 2) end)\n  it("not ok names", function() end)\nend)\n' > spec/cart_spec.lua
busted -o TAP
