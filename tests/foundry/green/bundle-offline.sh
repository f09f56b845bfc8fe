# expect: success
# needs: bundle
printf 'source "http://127.0.0.1:1/"\n' > Gemfile
bundle config set --local deployment false
bundle install; bundle check; bundle list; bundle exec ruby -e 'puts "0 errors"'
