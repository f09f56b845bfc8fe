# expect: dependency_conflict ruby.bundle-conflict
# needs: bundle python3
python3 "$FOUNDRY/gem_source.py" 8312 & server=$!; trap 'kill $server' EXIT; sleep 1
printf 'source "http://127.0.0.1:8312/"\ngem "shop", "1.0.0"\ngem "money", "~> 2.0"\n' > Gemfile
bundle install
