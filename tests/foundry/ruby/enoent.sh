# expect: missing_file ruby.enoent
# needs: ruby
printf 'puts File.read("config/database.yml")\n' > app.rb
ruby app.rb
