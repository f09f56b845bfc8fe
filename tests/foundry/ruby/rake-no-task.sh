# expect: configuration_error ruby.rake-no-task
# needs: rake
echo 'task(:test) {}' > Rakefile
rake spec
