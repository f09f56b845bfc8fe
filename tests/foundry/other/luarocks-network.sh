# expect: network luarocks.download
# needs: luarocks
luarocks --local --only-server http://127.0.0.1:1 install money
