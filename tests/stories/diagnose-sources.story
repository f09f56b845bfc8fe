# The same failure as plain text, on standard input, packed, in a run-log ZIP and in a folder of artifacts.
line="ModuleNotFoundError: No module named 'yaml'"
log=$'+ python3 check.py\n'$line$'\n##[error]Process completed with exit code 1.'
cause=.runs[0].diagnoses[0]
found() {
  exits 0
  has $cause.category dependency_missing
  has $cause.evidence[0].text "$line"
}

regreen diagnose --format json - <<<"$log"
found
has .runs[0].source -
has $cause.evidence[0].line 2

gzip -c <<<"$log" >job.log.gz
regreen diagnose --format json job.log.gz
found
has $cause.evidence[0].line 2

write artifacts/logs/job.txt <<<"$log"
write artifacts/other.txt <<<"all is well"
regreen diagnose --format json artifacts
found
has $cause.evidence[0].file logs/job.txt
has $cause.evidence[0].line 2

python3 - "$log" <<'PY'
import sys, zipfile
with zipfile.ZipFile("run.zip", "w", zipfile.ZIP_DEFLATED) as run:
    run.writestr("0_test.txt", sys.argv[1])
    run.writestr("test/2_Run tests.txt", sys.argv[1])
PY
regreen diagnose --format json run.zip
found
[[ $out == *'"file": "'*.txt* ]] || wrong "no entry named"
