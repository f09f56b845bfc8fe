# expect: crash ruby.argument-error
# needs: ruby
printf 'def add(a, b) = a + b\nadd(1)\n' > app.rb
ruby app.rb
