# expect: configuration_error ruby.rubocop-config
# needs: rubocop
printf 'AllCops:\n  NewCops: disable\n  TargetRubyVersion: 1.8\n' > .rubocop.yml; echo 'x = 1' > a.rb
rubocop
