# The proof of a repair can be checked by others: what it says, by running it again, and by a script.
broken_colon
first=$(git -C repo rev-parse HEAD)
heal_colon --deliver apply --format json
has .proof.statement._type https://in-toto.io/Statement/v1
has .proof.statement.predicate.commit "$first"
has .proof.statement.predicate.before.exit 1
has .proof.statement.predicate.after.exit 0
has .proof.statement.predicate.after.sandbox bubblewrap
has .proof.statement.subject[0].name total.py
has .proof.statement.subject[0].digest.sha256 "$(sha256sum <repo/total.py | cut -d' ' -f1)"
has .proof.statement.predicate.startedFrom[0].digest.sha256 "$(git -C repo show HEAD:total.py | sha256sum | cut -d' ' -f1)"
regreen explain
says "$(sha256sum <repo/total.py | cut -d' ' -f1)  total.py"

# It holds, wherever the branch is now, and the repository stays as it is.
commit_all repo second
remember
regreen replay
exits 0
says "the proof holds"
silent
untouched
git clone -q repo clone
regreen replay --repo clone
exits 0

# Where the commit is not there, there is nothing to check.
make_repository other
regreen replay --repo other
exits 2
complains "does not have the commit $first"

# A script for those who have no regreen: it fails as the log says, and what it names is what fails.
regreen reproduce --output reproduce.sh
exits 0
says "bash reproduce.sh"
if env -i PATH="$PATH" bash reproduce.sh >again.log 2>&1; then wrong "it does not fail"; fi
grep -q SyntaxError again.log || wrong "it fails for another reason: $(<again.log)"
bash reproduce.sh clone >again.log 2>&1 || grep -q SyntaxError again.log || wrong "not in a clone"
bash reproduce.sh other 2>again.log || grep -q "there is no commit $first in other" again.log || wrong "it does not say why"
untouched

# A case without a repair has no proof, one without a command no script.
regreen diagnose --record red.log
regreen replay
exits 2
complains "has no repair to check"
regreen reproduce
exits 2
complains "knows no command"
