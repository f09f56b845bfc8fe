# expect: environment_variable rails.master-key
# needs: ruby
. "$FOUNDRY/ruby/rails-app"
RAILS_ENV=production bin/rails runner 'puts Rails.application.secret_key_base'
