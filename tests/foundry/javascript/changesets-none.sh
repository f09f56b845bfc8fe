# expect: quality_gate js.changesets-none
# needs: changeset git
git init -q -b main; git config user.name kim; git config user.email kim@shop.example
echo '{"name": "shop", "version": "1.0.0"}' >package.json; mkdir .changeset; echo '{"baseBranch": "main", "access": "restricted"}' >.changeset/config.json
git add -A; git commit -qm start; git switch -qc prices; echo 1 >price.js; git add -A; git commit -qm price
changeset status --since=main
