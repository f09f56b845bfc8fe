# Several files, one of them missing: the others go on, and the code is the highest.
write good.log <<<"ModuleNotFoundError: No module named 'yaml'"
write odd.log <<<"##[error]Process completed with exit code 1."
: >empty.log

regreen diagnose --format json good.log missing.log odd.log
exits 3
has .runs[0].diagnoses[0].category dependency_missing
has .runs[1].source missing.log
[[ $out == *'"error"'*missing.log* ]] || wrong "no error of the missing file"
has .runs[2].diagnoses[0].category unknown

regreen diagnose good.log odd.log
exits 1

regreen diagnose --format json empty.log
exits 3
says "is empty"

# A missing file in text and lines: the message names it.
regreen diagnose missing.log
exits 3
[[ $out$err == *missing.log*"No such file"* ]] || wrong "it should say which file is missing"
regreen diagnose --format jsonl missing.log good.log
exits 3
same "$(wc -l <"$folder/.out")" 2
