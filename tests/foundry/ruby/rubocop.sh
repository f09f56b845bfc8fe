# expect: lint ruby.rubocop-offense
# needs: rubocop
printf 'AllCops:\n  NewCops: disable\n  SuggestExtensions: false\n' > .rubocop.yml
printf 'def Total( prices )\n  unused = "x"\n  return prices.inject(0) { |a,b| a + b }\nend\n' > cart.rb
rubocop
