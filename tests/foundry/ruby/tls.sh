# expect: network ruby.tls
# needs: ruby
ruby -rnet/http -e 's = TCPServer.new("127.0.0.1", 8342); Thread.new { c = s.accept; c.write("HTTP/1.0 400\r\n\r\n"); c.close }; Net::HTTP.start("127.0.0.1", 8342, use_ssl: true) { |h| h.get("/") }'
