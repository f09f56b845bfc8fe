# No repository, a bare one, one without a commit, no git: a clear message, and nothing happens.
broken_colon
remember

regreen heal nowhere --log red.log --verify true
exits 3
complains nowhere

git clone -q --bare repo bare.git
before=$(hash_of bare.git)
regreen heal bare.git --log red.log --verify true --deliver apply
exits 3
complains "bare"
same "$(hash_of bare.git)" "$before"

# No git on the PATH.
mkdir bin
for tool in bash python3 bwrap env ls; do ln -s "$(command -v $tool)" bin/$tool; done
PATH=$folder/bin "$program" heal repo --log red.log --verify "$colon" --deliver apply >.out 2>.err && code=0 || code=$?
out=$(<.out) err=$(<.err)
exits 3
complains "git"
untouched
PATH=$folder/bin "$program" diagnose red.log >.out || wrong "diagnose needs no git"

# A folder that is no git repository.
mkdir plain
cp repo/*.py plain
regreen heal plain --log red.log --verify "$colon" --deliver apply
[ "$code" -eq 0 ] || { exits 3; complains plain; }

# A repository whose git folder is damaged.
cp -R repo torn
rm -r torn/.git/objects
regreen heal torn --log red.log --verify "$colon" --deliver apply
[ "$code" -ge 1 ] || wrong "it should not go well"
[ -n "$err$out" ] || wrong "it should say why"
