# expect: dependency_missing ruby.bundle-gem-not-found
# needs: bundle python3
python3 "$FOUNDRY/gem_source.py" 8311 & server=$!; trap 'kill $server' EXIT; sleep 1
printf 'source "http://127.0.0.1:8311/"\ngem "nokogiri-fast"\ngem "rake", "~> 12.0"\n' > Gemfile
bundle install
