# expect: permission_denied ruby.permission-denied
# needs: ruby
ruby -e 'Process::Sys.setuid(65534); File.write("/etc/shop.conf", "x")'
