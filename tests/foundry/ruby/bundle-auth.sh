# expect: credential ruby.bundle-authentication
# needs: bundle python3
python3 "$FOUNDRY/gem_source.py" 8313 401 & server=$!; trap 'kill $server' EXIT; sleep 1
printf 'source "http://127.0.0.1:8313/"\ngem "money"\n' > Gemfile
BUNDLE_RETRY=1 bundle install
