# Submodules come with the code, at their commits, where they are on the same server; what is left out is said.
needs python3
write lib/twice.py <<<$'def twice(a):\n    return 2 * a'
make_repository lib
broken_colon
write repo/check.py <<<$'from lib.twice import twice\nfrom total import total\nassert twice(total(1, 2)) == 6'
git -C repo -c protocol.file.allow=always submodule --quiet add "$folder/lib" lib
git -C repo config -f .gitmodules submodule.lib.url ../lib.git
git -C repo config -f .gitmodules submodule.far.path far
git -C repo config -f .gitmodules submodule.far.url https://example.invalid/o/far.git
git -C repo config -f .gitmodules submodule.evil.path ../evil
git -C repo config -f .gitmodules submodule.evil.url ../lib.git
commit_all repo "with a submodule"
red repo "$colon"
on_github
git clone -q --bare lib world/o/lib.git
git -C world/o/lib.git config uploadpack.allowAnySHA1InWant true
github
regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
complains "the submodule far is left out: it is on another server"
complains "the submodule ../evil is left out"
same "$(git -C world/o/n.git diff --name-only main "$(git -C world/o/n.git for-each-ref --format='%(refname)' 'refs/heads/fix/*')")" total.py
! grep -q invalid world/requests.jsonl || wrong "another host was asked"
github_ends
