# expect: test_failure ruby.rails-rerun
# needs: ruby
. "$FOUNDRY/ruby/rails-app"
mkdir test/models && printf 'class Basket\n  def total(*prices) = prices.max\n  def tax = prise * 2\nend\n' >app/models/basket.rb
cat >test/models/basket_test.rb <<'R'
require "test_helper"
class BasketTest < ActiveSupport::TestCase
  test "total sums the prices" do
    assert_equal 7, Basket.new.total(3, 4)
  end
  test "tax is added" do
    assert_equal 4, Basket.new.tax
  end
end
R
SHOP_SECRET=a bin/rails test
