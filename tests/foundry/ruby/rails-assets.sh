# expect: missing_file rails.assets-missing
# needs: ruby
. "$FOUNDRY/ruby/rails-app"
mkdir test/controllers && cat >test/controllers/baskets_test.rb <<'R'
require "test_helper"
class BasketsTest < ActionDispatch::IntegrationTest
  test "shows the basket" do
    get "/"
    assert_response :success
  end
end
R
sed -i "s/config.eager_load = .*/config.eager_load = false; config.action_dispatch.show_exceptions = false/" config/application.rb
SHOP_SECRET=a bin/rails test
