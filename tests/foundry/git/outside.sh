# expect: configuration_error git.not-a-repository
# needs: git
git config --local user.name shop-bot
git config user.name shop-bot
