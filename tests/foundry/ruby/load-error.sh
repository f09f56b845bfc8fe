# expect: dependency_missing ruby.load-error
# needs: ruby
echo 'require "nokogiri_fast"; puts 1' > app.rb
ruby app.rb
