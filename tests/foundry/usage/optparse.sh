# expect: configuration_error ruby.option
# needs: ruby
printf 'require "optparse"\nOptionParser.new { |o| o.on("--region R") }.parse!(%%w[--nowhere])\n' >a.rb
ruby a.rb
