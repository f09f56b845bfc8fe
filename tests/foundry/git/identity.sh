# expect: configuration_error git.identity
# needs: git
git init -q -b main . && git -c user.useConfigOnly=true commit --allow-empty -m one
