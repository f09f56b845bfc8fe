# expect: dependency_missing ruby.load-error
# needs: rspec
mkdir spec; printf 'require "webmock_extra/rspec"\nRSpec.describe("x") { it("y") {} }\n' > spec/cart_spec.rb
rspec
