# expect: import_error ruby.uninitialized-constant
# needs: rspec
mkdir spec; echo 'RSpec.describe(Shop::Cart) { it("x") {} }' > spec/cart_spec.rb
rspec
