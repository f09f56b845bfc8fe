# expect: rate_limit ruby.bundle-too-many-requests
# needs: bundle python3
python3 "$FOUNDRY/gem_source.py" 8315 429 & server=$!; trap 'kill $server' EXIT; sleep 1
printf 'source "http://127.0.0.1:8315/"\ngem "money"\n' > Gemfile
BUNDLE_RETRY=1 bundle install
