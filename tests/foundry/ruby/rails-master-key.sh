# expect: environment_variable rails.master-key
# needs: ruby
. "$FOUNDRY/ruby/rails-app"
sed -i "s/config.eager_load = .*/config.eager_load = true; config.require_master_key = true/" config/application.rb
printf 'nothing' >config/credentials.yml.enc
RAILS_ENV=production bin/rails runner 'puts 1'
