# expect: test_failure ruby.minitest-failure
# needs: ruby
mkdir test
cat > test/test_cart.rb <<'RB'
require "minitest/autorun"
class TestCart < Minitest::Test
  def test_total = assert_equal(3, [1, 1].sum)
  def test_name = assert_match(/shop/, "cart")
  def test_broken = nil.total
end
RB
ruby -w test/test_cart.rb
