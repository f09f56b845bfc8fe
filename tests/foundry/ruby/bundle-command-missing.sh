# expect: dependency_missing ruby.bundle-command-not-found
# needs: bundle
printf 'source "http://127.0.0.1:1/"\n' > Gemfile
bundle exec jekyll build
