# expect: test_failure ruby.minitest-spec
# needs: ruby
mkdir test && cat >test/basket_test.rb <<'R'
require "minitest/autorun"
def total(*prices) = prices.max
describe "Basket" do
  describe "total" do
    it "sums the prices" do
      _(total(3, 4)).must_equal 7
    end
    it "refuses an empty basket" do
      total.price
    end
  end
end
R
ruby test/basket_test.rb --seed 7
