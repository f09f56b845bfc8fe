# A user's own rules, and the mistakes in them told with file, line and a hint.
regreen rules check
exits 0
says "0 mistakes"
regreen rules list
exits 0
says python.module-not-found

write mine.toml <<'TOML'
[[rule]]
id         = "mine.teapot"
category   = "test_failure"
confidence = 0.9
pattern    = '''I'm a teapot \(code (?P<code>\d+)\)'''
root_cause = "The kettle answered {code}"
severity   = "high"
suggest    = ["Use a kettle"]
match      = ["I'm a teapot (code 418)"]
no_match   = ["I'm a kettle"]
TOML
regreen rules check mine.toml
exits 0
says_not "slow"
sed "s/^pattern .*/pattern = '[a-z]+ [0-9]+'/" mine.toml | write slow.toml
regreen rules check slow.toml
says "slow.toml:1: note: no four characters in a row are in every match of 'mine.teapot': such a rule is slow"
regreen rules test mine.toml
exits 0
write tea.log <<<"I'm a teapot (code 418)"
regreen rules test "$here/../../contrib/documented.toml"
exits 0
regreen --rules mine.toml diagnose --format json tea.log
exits 0
has .runs[0].diagnoses[0].rule mine.teapot
has .runs[0].diagnoses[0].root_cause "The kettle answered 418"

# An option that may be repeated takes one value each time; what follows is the log.
regreen diagnose --rules mine.toml tea.log --format json
has .runs[0].diagnoses[0].rule mine.teapot

# In the user's folder they count by themselves.
write home/.config/regreen/rules/mine.toml <mine.toml
regreen diagnose --format json tea.log
has .runs[0].diagnoses[0].rule mine.teapot
rm -r home/.config

# A repository's own count when it is healed, as they are in the HEAD commit.
broken_colon
write repo/.github/regreen/rules/mine.toml <mine.toml
for committed in no yes; do
  regreen heal repo --log tea.log --verify "cat /dev/null; echo \"I'm a teapot (code 418)\"; exit 1" --format json
  exits 1
  [ $committed == yes ] || { says_not "kettle"; commit_all repo rules; }
done
says "The kettle answered 418"

# Mistakes.
write wrong.toml <<'TOML'
[[rule]]
id         = "mine.wrong"
category   = "test_failur"
confidence = 9
pattern    = '''a(b'''
patern     = "x"
TOML
regreen rules check wrong.toml
exits 1
says "wrong.toml:6: unknown key 'patern' (did you mean 'pattern'?)"
says "wrong.toml:4: 'confidence' must be"
says "4 mistakes"
says_not "rules/"
sed 's/^pattern .*/pattern = "a(b"/' mine.toml >pattern.toml
regreen rules check pattern.toml
exits 1
says "pattern.toml:"
says "a(b"
regreen --rules wrong.toml diagnose tea.log
exits 3
complains "wrong.toml:"

write broken.toml <<<$'[[rule]]\nid = "never closed'
regreen rules check broken.toml
exits 1
says "broken.toml:2"

# Lines that do not fit the pattern.
sed 's/^match .*/match = ["I am a teapot"]/' mine.toml >unfit.toml
regreen rules test unfit.toml
exits 1
says "unfit.toml:"
says "does not match: I am a teapot"

regreen rules check nowhere.toml
exits 3
complains nowhere.toml
