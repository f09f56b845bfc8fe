# expect: dependency_missing ruby.bundle-gem-not-installed
# needs: bundle
printf 'source "http://127.0.0.1:1/"\ngem "money"\n' > Gemfile
printf 'GEM\n  remote: http://127.0.0.1:1/\n  specs:\n    money (1.0.0)\n\nPLATFORMS\n  ruby\n\nDEPENDENCIES\n  money\n\nBUNDLED WITH\n   2.3.15\n' > Gemfile.lock
bundle exec rspec
