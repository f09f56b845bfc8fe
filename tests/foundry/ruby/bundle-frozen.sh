# expect: dependency_conflict ruby.bundle-frozen-lock
# needs: bundle
printf 'source "http://127.0.0.1:1/"\n' > Gemfile; bundle lock >/dev/null 2>&1
printf 'source "http://127.0.0.1:1/"\ngem "money"\n' > Gemfile
bundle config set --local deployment true
bundle install
