# expect: missing_file ruby.bundle-no-gemfile
# needs: bundle
bundle install
