# expect: configuration_error said.option
# needs: git
git nowhere
