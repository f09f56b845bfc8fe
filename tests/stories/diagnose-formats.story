# The formats that other tools read, of good and of bad logs. Every JSON document is held against its schema (see words).
write job.log <<'LOG'
+ python3 check.py
Traceback (most recent call last):
  File "/home/runner/work/app/app/check.py", line 1, in <module>
    import yaml
ModuleNotFoundError: No module named 'yaml'
##[error]Process completed with exit code 1.
LOG

# A comment for a pull request.
regreen diagnose --format md job.log
exits 0
silent
same "$(head -n 1 "$folder/.out")" "<!-- regreen:diagnosis -->"
says "### Python module yaml is not installed"
says '`check.py:1`'

# Code scanning.
regreen diagnose --format sarif job.log
exits 0
has .version 2.1.0
result=.runs[0].results[0]
has $result.ruleId python.module-not-found
has $result.locations[0].physicalLocation.artifactLocation.uri check.py
has $result.locations[0].physicalLocation.region.startLine 1

# reviewdog.
regreen diagnose --format rdjson job.log
exits 0
has .diagnostics[0].location.path check.py
has .diagnostics[0].code.value python.module-not-found

# Whatever the log, what comes out is well-formed.
: >empty.log
printf '\xff\xfe\x00garbage\x80 error: \xc3\x28' >odd.log
head -c 100000 /dev/zero >zeros.log
printf '##[error]Process completed with exit code 1.' >silent.log
printf 'FAILED tests/\xff\xfe.py::test_a - assert 1 == 2\n1 failed in 0.1s\n' >bytes.log
printf '  File "/etc/\xc3.py", line 7\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n' >path.log
printf '===== 3 passed in 0.02s =====\n' >green.log
printf 'error: ](http://x) ``` ~~~ @octocat\n##[error]Process completed with exit code 2.\n' >hostile.log
for format in json sarif rdjson md jsonl text; do
  for log in *.log missing.log; do regreen diagnose --format "$format" "$log"; done
  regreen diagnose --format "$format" ./*.log missing.log
  exits 3
  regreen diagnose --format "$format" - <job.log
  exits 0
done

# Every recording of every tool.
regreen diagnose --format jsonl "$here"/../logs/*/*.log
regreen diagnose --format sarif "$here"/../logs/*/*.log
regreen diagnose --format rdjson "$here"/../logs/*/*.log
