# The fields that scripts rely on.
write job.log <<'LOG'
+ python3 check.py
Traceback (most recent call last):
  File "check.py", line 1, in <module>
    import yaml
ModuleNotFoundError: No module named 'yaml'
##[error]Process completed with exit code 1.
LOG
regreen diagnose --format json job.log
exits 0
silent
has .schema regreen.diagnosis/1
has .runs[0].source job.log
has .runs[0].conclusion failure
cause=.runs[0].diagnoses[0]
has $cause.category dependency_missing
has $cause.aliases '["dependency"]'
has $cause.transient false
has $cause.auto_fixable true
has $cause.rule python.module-not-found
has $cause.evidence[0].line 5
has $cause.evidence[0].text "ModuleNotFoundError: No module named 'yaml'"
has $cause.locations[0].file check.py
has $cause.locations[0].line 1
has $cause.captures.module yaml
python3 - "$folder/.out" <<'PY'
import json, re, sys
answer = json.load(open(sys.argv[1]))
cause = answer["runs"][0]["diagnoses"][0]
assert 0 <= cause["confidence"] <= 1, cause
assert cause["severity"] in ("low", "medium", "high"), cause
assert re.fullmatch("[0-9a-f]{32}", cause["signature"]), cause
for name in ("root_cause", "job", "step", "alternatives", "suggestions"):
    assert name in cause, name
for name in ("bytes", "read_ms", "diagnose_ms"):
    assert answer["timing"][name] >= 0, name
PY

# One run a line.
cp job.log other.log
regreen diagnose --format jsonl job.log other.log
exits 0
same "$(wc -l <"$folder/.out")" 2
has .source other.log "$(tail -n 1 "$folder/.out")"
has .schema regreen.diagnosis/1 "$(tail -n 1 "$folder/.out")"
