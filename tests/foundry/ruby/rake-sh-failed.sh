# expect: unknown ruby.rake-command-failed
# needs: rake
echo 'task(:default) { sh "exit 3" }' > Rakefile
rake
