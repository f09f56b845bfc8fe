# expect: configuration_error ruby.rubocop-config
# needs: rubocop
printf 'AllCops:\n  NewCops: disable\n  TargetRubyVersion: 1.8\nrequire:\n' > .rubocop.yml; echo 'x = 1' > a.rb
rubocop
printf 'Metric/LineLength:\n  Max: 100\nStyle/Encoding:\n  Enabled: true\nLint/NoSuchCop:\n  Enabled: true\ninherit_gem:\n  rubocop-none: x.yml\n' > .rubocop.yml
rubocop
