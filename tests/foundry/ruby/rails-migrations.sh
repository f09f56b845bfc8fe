# expect: drift services.migration
# needs: ruby
. "$FOUNDRY/ruby/rails-app"
sed -i 's!require "action_view/railtie"!require "action_view/railtie"\nrequire "active_record/railtie"!' config/application.rb
mkdir -p db/migrate && printf 'test:\n  adapter: sqlite3\n  database: db/test.sqlite3\n' >config/database.yml
printf 'class CreateBaskets < ActiveRecord::Migration[6.1]\n  def change\n    create_table(:baskets) { |t| t.integer :price }\n  end\nend\n' >db/migrate/20260102030405_create_baskets.rb
printf 'class Basket < ActiveRecord::Base; end\n' >app/models/basket.rb
mkdir test/models && printf 'require "test_helper"\nclass BasketTest < ActiveSupport::TestCase\n  test "has a price" do\n    assert Basket.new(price: 3).save\n  end\nend\n' >test/models/basket_test.rb
export RAILS_ENV=test SHOP_SECRET=a
bin/rails test
