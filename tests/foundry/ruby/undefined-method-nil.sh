# expect: crash ruby.undefined-method
# needs: ruby
printf 'config = {}\nputs config[:name].upcase\n' > app.rb
ruby app.rb
