# expect: configuration_error ruby.bundle-gemfile-error
# needs: bundle
printf 'source "http://127.0.0.1:1/"\ngem "money", 1.0\ngemm "x"\n' > Gemfile
bundle install
