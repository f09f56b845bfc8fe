# expect: network network.git
# needs: mix git
deps='{:prices, git: "https://git.shop.example/prices.git"}'
. "$FOUNDRY/languages/mix-project"
mix deps.get
