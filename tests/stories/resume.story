# A healing that is killed goes on where it was: what was found out is not found out again.
broken_colon
slow="sleep 1; $colon"
"$program" heal repo --log red.log --verify "$slow" --deliver apply >/dev/null 2>&1 &
healer=$!
until "$program" explain 2>/dev/null | grep -q '^reproduced'; do sleep 0.1; done
kill -9 $healer
wait $healer || true
status_is ""

regreen heal repo --log red.log --verify "$slow" --deliver apply --format json
exits 0
has .decision patched
status_is " M total.py"
regreen explain
same "$(grep -c '^reproduced' <<<"$out")" 1
same "$(grep -c '^attempt' <<<"$out")" 1
same "$(grep -c '^outcome' <<<"$out")" 1
says delivered

# Asked with another command it is another question.
git -C repo checkout -q total.py
regreen heal repo --log red.log --verify "$colon" --format json
has .decision patched
has .proof.command "$colon"
