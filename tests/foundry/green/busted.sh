# expect: success
# needs: busted luacheck
mkdir spec
cat > spec/error_spec.lua <<'L'
describe("errors", function()
  it("attempt to index a nil value (global 'x')", function() assert.has_error(function() local t; return t.x end) end)
  it("Failure → reported", function() assert.are.equal(1, 1) end)
  pending("times out")
end)
L
busted -o TAP; busted -o plainTerminal; busted -o gtest
printf 'local M = {}\nfunction M.failed() return true end\nreturn M\n' > m.lua; luacheck m.lua
