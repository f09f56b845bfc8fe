# expect: configuration_error ruby.rake-no-rakefile
# needs: rake
rake
