# The repair as a file, which git can apply; never inside the repository.
broken_colon
remember

heal_colon --deliver patch repair.patch
exits 0
silent
untouched
git -C repo apply --check ../repair.patch

for place in repo/repair.patch repo/.git/repair.patch repo/../repo/repair.patch; do
  heal_colon --deliver patch "$place" --format json
  exits 1
  has .decision refused
  untouched
done
ln -s "$PWD/repo/way-in" link.patch
heal_colon --deliver patch link.patch --format json
untouched

# A folder that is not there.
heal_colon --deliver patch nowhere/repair.patch
exits 3
complains nowhere
untouched
