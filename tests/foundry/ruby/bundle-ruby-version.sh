# expect: toolchain ruby.bundle-ruby-version
# needs: bundle
printf 'source "http://127.0.0.1:1/"\nruby "2.6.3"\n' > Gemfile
bundle install
