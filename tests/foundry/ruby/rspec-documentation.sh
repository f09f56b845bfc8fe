# expect: test_failure ruby.rspec-failed
# needs: rspec
mkdir spec; printf 'RSpec.describe "Cart" do\n  it("sums prices") { expect([1, 1].sum).to eq 3 }\n  it("names errors") { expect(1).to eq 1 }\nend\n' > spec/cart_spec.rb
rspec --format documentation
