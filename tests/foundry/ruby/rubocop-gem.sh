# expect: dependency_missing ruby.rubocop-gem
# needs: rubocop
printf 'inherit_gem:\n  rubocop-shop: default.yml\n' > .rubocop.yml; echo 'x = 1' > a.rb
rubocop
