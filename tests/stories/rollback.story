# A delivered repair can be taken back, as long as nobody has changed its files since.
broken_colon
before=$(<repo/total.py)
heal_colon --deliver apply
exits 0
status_is " M total.py"
regreen rollback
exits 0
says "taken back: total.py"
silent
same "$(<repo/total.py)" "$before"
status_is ""
regreen explain
says "delivered, and taken back"
remember
regreen rollback
exits 1
complains "has delivered no repair"
untouched

# What was taken back was no success.
regreen heal repo --log red.log --verify "$colon" --deliver apply --format json
has .decision patched
echo "# more" >>repo/total.py
remember
regreen rollback
exits 1
complains "total.py has been changed since the repair"
untouched
git -C repo checkout -q total.py

# A commit is taken back by a commit.
heal_colon --deliver commit
exits 0
same "$(git -C repo rev-list --count HEAD)" 2
regreen rollback
exits 0
same "$(git -C repo rev-list --count HEAD)" 3
same "$(git -C repo show -s --format=%s)" "$(git -C repo show -s --format='Revert "%s"' HEAD~1 | cut -c1-72)"
same "$(git -C repo diff HEAD~2 HEAD)" ""
status_is ""

# Why it is not wanted is kept, also of what was only shown.
regreen heal repo --log red.log --verify "$colon" --format json
has .decision patched
remember
regreen reject --reason incomplete_fix
exits 0
says "rejected: total.py"
untouched
regreen explain
says "rejected: incomplete_fix"
regreen reject --reason ugly
exits 2
