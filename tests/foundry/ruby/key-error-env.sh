# expect: environment_variable ruby.env-key-missing
# needs: ruby
printf 'puts ENV.fetch("DATABASE_URL")\n' > app.rb
ruby app.rb
