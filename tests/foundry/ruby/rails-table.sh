# expect: drift services.migration
# needs: ruby
. "$FOUNDRY/ruby/rails-app"
sed -i 's!require "action_view/railtie"!require "action_view/railtie"\nrequire "active_record/railtie"!' config/application.rb
printf 'test:\n  adapter: sqlite3\n  database: shop.sqlite3\n' >config/database.yml
printf 'class Basket < ActiveRecord::Base; end\n' >app/models/basket.rb
export RAILS_ENV=test SHOP_SECRET=a
bin/rails runner 'puts Basket.count'
