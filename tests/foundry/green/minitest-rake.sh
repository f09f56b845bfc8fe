# expect: success
# needs: ruby rake
mkdir test
cat > test/test_failures.rb <<'RB'
require "minitest/autorun"
class TestFailures < Minitest::Test
  def test_error_is_raised = assert_raises(KeyError) { {}.fetch(:token) }
  def test_failure_message = assert_match(/Failure/, "Failure: expected")
  def test_LoadError = assert_raises(LoadError) { require "no/such/file" }
  def test_permission_denied = skip("needs root")
end
RB
printf 'require "rake/testtask"\nRake::TestTask.new { |t| t.verbose = true; t.options = "--verbose" }\ntask default: :test\n' > Rakefile
rake && rake --tasks && rake -n
