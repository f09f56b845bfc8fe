# expect: import_error ruby.uninitialized-constant
# needs: ruby
printf 'module Shop\n  class Cart\n    def total = Money.new(1)\n  end\nend\nShop::Cart.new.total\n' > cart.rb
ruby cart.rb
