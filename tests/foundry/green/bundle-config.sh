# expect: success
# needs: bundle
printf 'source "https://gems.example.org"\n' >Gemfile
bundle install --local && bundle check && bundle list
