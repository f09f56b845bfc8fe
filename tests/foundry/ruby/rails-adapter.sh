# expect: dependency_missing ruby.gem-not-installed
# needs: ruby
. "$FOUNDRY/ruby/rails-app"
sed -i 's!require "action_view/railtie"!require "action_view/railtie"\nrequire "active_record/railtie"!' config/application.rb
printf 'test:\n  adapter: mysql2\n  database: shop\n' >config/database.yml
printf 'class Basket < ActiveRecord::Base; end\n' >app/models/basket.rb
export RAILS_ENV=test SHOP_SECRET=a
bin/rails runner 'puts Basket.count'
sed -i 's/mysql2/sqlite/' config/database.yml
bin/rails runner 'puts Basket.count'
printf 'production: {}\n' >config/database.yml
bin/rails runner 'puts Basket.count'
