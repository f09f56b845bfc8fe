# A repair that was only shown waits in the history, until somebody wants it; what has changed in the meantime is found.
broken_colon
heal_colon
exits 0
status_is ""
regreen approve
exits 0
says patched
status_is " M total.py"
regreen explain
says "delivered"
regreen approve
exits 1
complains "was handed over"
git -C repo checkout -q total.py

heal_colon
write repo/total.py <<<$'def total(a, b)\n    return a + b  # sum'
remember
regreen approve
exits 1
says "deliver.other-files"
untouched

# It waits still, and goes where it was made for.
git -C repo checkout -q total.py
regreen approve --deliver commit
exits 0
same "$(git -C repo log -1 --format=%s | cut -c1-17)" "fix(syntax_error)"

# On GitHub too.
rm -rf repo
broken_colon_on_github
github
regreen heal --run 7 --repo o/n --verify "$colon" --unattended
exits 0
regreen approve
exits 0
says https://github.com/o/n/pull/1
github_ends
