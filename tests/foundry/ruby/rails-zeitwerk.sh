# expect: import_error rails.zeitwerk
# needs: ruby
. "$FOUNDRY/ruby/rails-app"
printf 'class XMLBasket\n  def total; 3; end\nend\n' >app/models/xml_basket.rb
EAGER=1 SHOP_SECRET=a bin/rails runner 'puts 1'
SHOP_SECRET=a bin/rails zeitwerk:check
