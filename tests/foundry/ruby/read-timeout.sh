# expect: network ruby.network
# needs: ruby
ruby -rnet/http -e 's = TCPServer.new("127.0.0.1", 8341); Net::HTTP.start("127.0.0.1", 8341, read_timeout: 1, max_retries: 0) { |h| h.get("/") }'
