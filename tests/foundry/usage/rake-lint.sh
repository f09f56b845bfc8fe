# expect: lint said.lint-command
# needs: rake
printf 'task :rubocop do\n  sh "false"\nend\ntask default: :rubocop\n' >Rakefile
rake
