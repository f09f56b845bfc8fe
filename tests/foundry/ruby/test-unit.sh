# expect: test_failure ruby.test-unit-failure
# needs: ruby
printf 'require "test/unit"\nclass TestCart < Test::Unit::TestCase\n  def test_total\n    assert_equal(3, [1, 1].sum)\n  end\n  def test_error\n    raise IOError, "closed"\n  end\nend\n' > test_cart.rb
ruby test_cart.rb
