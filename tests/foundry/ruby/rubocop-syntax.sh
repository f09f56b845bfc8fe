# expect: syntax_error ruby.rubocop-syntax
# needs: rubocop
printf 'AllCops:\n  NewCops: disable\n  SuggestExtensions: false\n' > .rubocop.yml
printf 'def total(\n  1\nend\n' > cart.rb
rubocop
