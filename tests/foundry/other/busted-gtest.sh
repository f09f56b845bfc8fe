# expect: test_failure busted.gtest-failed
# needs: busted
mkdir spec; printf 'describe("cart", function()\n  it("sums", function() assert.are.equal(3, 2) end)\n  it("has a name", function() local t; return t.x end)\n  it("loads", function() require("cart.missing") end)\n  it("ends", function() end)\nend)\n' > spec/cart_spec.lua
busted -o gtest
