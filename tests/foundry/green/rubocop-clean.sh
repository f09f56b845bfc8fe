# expect: success
# needs: rubocop
printf 'AllCops:\n  NewCops: disable\n  SuggestExtensions: false\n' > .rubocop.yml
printf '# frozen_string_literal: true\n\n# Says whether a code is an error.\nmodule FatalError\n  def self.failed?(code)\n    code >= 400\n  end\nend\n' > fatal_error.rb
rubocop; rubocop --format offenses; ruby -wc fatal_error.rb; ruby -w -e 'x = 1; def a; end; def a; end'
