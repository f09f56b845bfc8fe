# expect: test_failure ruby.minitest-failure
# needs: rake
mkdir test
printf 'require "minitest/autorun"\nclass TestCart < Minitest::Test\n  def test_total\n    assert_equal 3, [1, 1].sum, "sum of prices"\n  end\nend\n' > test/test_cart.rb
printf 'require "rake/testtask"\nRake::TestTask.new\ntask default: :test\n' > Rakefile
rake
