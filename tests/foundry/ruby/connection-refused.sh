# expect: network ruby.connection-error
# needs: ruby
printf 'require "net/http"\nputs Net::HTTP.get(URI("http://127.0.0.1:1/"))\n' > app.rb
ruby app.rb
