# expect: dependency_missing ruby.gem-not-found
# needs: gem
gem install --local nokogiri-fast
