# expect: quality_gate ruby.simplecov-minimum
# needs: ruby
mkdir lib test
printf 'def used = 1\ndef unused(x)\n  x + 1\n  x + 2\n  x + 3\nend\n' > lib/cart.rb
printf 'require "simplecov"\nSimpleCov.start { minimum_coverage 90 }\nrequire_relative "../lib/cart"\nrequire "minitest/autorun"\nclass T < Minitest::Test\n  def test_used = assert_equal(1, used)\nend\n' > test/test_cart.rb
ruby test/test_cart.rb
