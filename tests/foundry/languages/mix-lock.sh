# expect: dependency_conflict mix.deps-lock
# needs: mix git
deps='{:prices, git: "file:///tmp/foundry/app/prices"}'
. "$FOUNDRY/languages/mix-project"
git() { command git -c user.name=a -c user.email=a@b -c safe.directory='*' "$@"; }
git -C ../prices init -q && git -C ../prices add . && git -C ../prices commit -qm prices
mix deps.get
git -C ../prices commit -q --allow-empty -m more
sed -i "s/[0-9a-f]\{40\}/$(git -C ../prices rev-parse HEAD)/" mix.lock
mix compile
