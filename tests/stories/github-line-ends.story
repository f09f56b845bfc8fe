# A repair goes there byte for byte: line ends of another system, and names that an address must escape.
write "repo/a dir/total #1.py" <<<$'def total(a, b)\r\n    return a + b  # ✓\r'
write repo/check.py <<<$'import runpy\nassert runpy.run_path("a dir/total #1.py")["total"](1, 2) == 3'
make_repository repo
red repo "$colon"
on_github
github
regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
says https://github.com/o/n/pull/1
branch=$(git -C world/o/n.git for-each-ref --format='%(refname)' 'refs/heads/fix/*')
same "$(git -C world/o/n.git show "$branch:a dir/total #1.py" | sha256sum)" "$(printf 'def total(a, b):\r\n    return a + b  # ✓\r\n' | sha256sum)"
same "$(asked path /repos/o/n/git/blobs)" 1
github_ends
