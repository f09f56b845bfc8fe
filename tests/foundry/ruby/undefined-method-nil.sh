# expect: type_error ruby.undefined-method
# needs: ruby
printf 'config = {}\nputs config[:name].upcase\n' > app.rb
ruby app.rb
