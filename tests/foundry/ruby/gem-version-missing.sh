# expect: dependency_missing ruby.gem-not-installed
# needs: ruby
ruby -e 'gem "money", ">= 2.0"'
