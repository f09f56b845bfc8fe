# A file with uncommitted edits that the repair would touch: refused, and nothing changes.
broken_colon
red repo "$colon"
write repo/total.py <<<$'def total(a, b)\n    return b + a'
for how in edited staged; do
  [ $how == edited ] || git -C repo add total.py
  for deliver in apply commit; do
    remember
    heal_colon --deliver $deliver --format json
    exits 1
    has .decision refused
    has .rule deliver.denied
    [[ $how == staged && $deliver == commit ]] || says "total.py has uncommitted edits"
    untouched
  done
done

# Untracked: it is in no commit, so it cannot be brought back.
git -C repo rm -q --cached total.py
git -C repo commit -q -m 'without it'
remember
heal_colon --deliver apply --format json
has .decision refused
untouched
