# expect: network ruby.bundle-fetch-failed
# needs: bundle python3
python3 "$FOUNDRY/gem_source.py" 8314 503 & server=$!; trap 'kill $server' EXIT; sleep 1
printf 'source "http://127.0.0.1:8314/"\ngem "money"\n' > Gemfile
BUNDLE_RETRY=1 bundle install
