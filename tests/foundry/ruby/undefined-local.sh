# expect: crash ruby.undefined-name
# needs: ruby
printf 'def total(prices)\n  prices.sum * rate\nend\ntotal([1])\n' > cart.rb
ruby cart.rb
