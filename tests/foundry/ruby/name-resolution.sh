# expect: network ruby.network
# needs: ruby
ruby -rsocket -e 'TCPSocket.new("db.shop.invalid", 80)'
