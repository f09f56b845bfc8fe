# expect: network ruby.bundle-fetch-failed
# needs: bundle
printf 'source "http://127.0.0.1:1/"\ngem "money"\n' > Gemfile
BUNDLE_RETRY=1 bundle install
