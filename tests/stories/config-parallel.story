# Remedies are tried side by side; the record is that of one after the other.
write repo/.github/regreen/rules/own.toml <<'TOML'
[[rule]]
id = "own.layout"
category = "format"
confidence = 0.95
pattern = '''would lay out (?P<file>\S+)'''
root_cause = "{file} is not laid out"
remedies = ["own.one", "own.two", "own.three", "own.four", "own.five"]
match = ["would lay out a.txt"]
no_match = ["laid out"]
TOML
for i in one two three four five; do
  printf '[[remedy]]\nid = "own.%s"\nkind = "run"\ntitle = "Run it"\nrun = ["echo %s >a.txt"]\n' "$i" "$i" >>repo/.github/regreen/rules/own.toml
done
write repo/a.txt <<<'zero'
make_repository repo
verify='sleep 1; grep -q "four\|five" a.txt || { echo would lay out a.txt; exit 1; }'
red repo "$verify"

tried() { python3 -c 'import json, sys; print(*(one["remedy"] + ":" + one["verdict"] for one in json.loads(sys.argv[1])["attempts"]))' "$out"; }
saved_time() { python3 -c 'import json, sys; took = json.loads(sys.argv[1])["timing"]; sys.exit(took["total_s"] >= took["verify_s"])' "$out"; }

for count in 1 4; do
  export REGREEN_DB=$folder/history$count.db  # what helped once would be the first of the next
  write config.yml <<<"parallel_attempts: $count"
  regreen heal repo --log red.log --config config.yml --verify "$verify" --format json
  exits 0
  same "$(tried)" "own.one:unchanged own.two:unchanged own.three:unchanged own.four:fixed"
  if [ $count == 4 ]; then saved_time || wrong "they were not tried at the same time"; fi
done

# Those that share a network could meet at its ports.
export REGREEN_DB=$folder/history.db
regreen heal repo --log red.log --config config.yml --verify "$verify" --allow-network --format json
exits 0
if saved_time; then wrong "they were tried at the same time"; fi

write config.yml <<<"parallel_attempts: 0"
regreen heal repo --log red.log --config config.yml --verify "$verify"
exits 3
complains "'parallel_attempts' must be a whole number from 1 to 16"
