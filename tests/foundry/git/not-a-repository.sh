# expect: configuration_error git.not-a-repository
# needs: git
git describe --always
