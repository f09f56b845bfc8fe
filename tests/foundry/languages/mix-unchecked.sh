# expect: dependency_missing mix.deps-missing
# needs: mix git
deps='{:prices, git: "file:///tmp/foundry/app/prices"}'
. "$FOUNDRY/languages/mix-project"
git -C ../prices init -q && git -C ../prices add . && git -C ../prices -c user.name=a -c user.email=a@b commit -qm prices
mix compile
