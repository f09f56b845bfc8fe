# expect: syntax_error ruby.syntax-error
# needs: ruby
printf 'def total(prices)\n  prices.each do |p|\n    p + \nend\n' > cart.rb
ruby -c cart.rb
