# expect: test_failure ruby.minitest-verbose
# needs: ruby
printf 'require "minitest/autorun"\nclass TestCart < Minitest::Test\n  def test_total = assert_equal(3, [1, 1].sum)\n  def test_error_is_raised = assert_raises(KeyError) { {}.fetch(:a) }\nend\n' > test_cart.rb
ruby test_cart.rb --verbose
