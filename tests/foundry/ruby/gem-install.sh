# expect: network ruby.gem-source-unreachable
# needs: gem python3
python3 "$FOUNDRY/gem_source.py" 8316 & server=$!; trap 'kill $server' EXIT; sleep 1
gem install --clear-sources --source http://127.0.0.1:8316/ nokogiri-fast
