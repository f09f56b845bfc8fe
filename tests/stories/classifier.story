# A user teaches the classifier a failure of their own, and uses what it learned.
regreen predict "dial tcp: lookup mirror.example: connection timed out"
exits 0
says network
says "suggestion:"
says "because of"

printf 'it went as it always goes\n' >text
regreen predict - <text
exits 1

python3 - <<'PY'
import csv
with open("own.csv", "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["category", "text"])
    for i in range(30):
        rows.writerow(["frob_jam", f"feeding part {i}\nerror: the frob of line {i} is jammed, call the warden"])
PY
regreen train --custom own.csv --output own.model
exits 0
says frob_jam
says "expected calibration error"
regreen --model own.model predict --format json "error: the frob of line 7 is jammed, call the warden"
exits 0
says '"category": "frob_jam"'
regreen evaluate --samples own.csv --model own.model --svg own.svg
exits 0
[ -s own.svg ] || wrong "no diagram"

# Mistakes are told, and nothing is written.
printf 'category,text,colour\nlint,a,red\n' >bad.csv
regreen train --custom bad.csv --output bad.model
exits 3
complains "bad.csv:1: unknown column 'colour'"
[ ! -e bad.model ] || wrong "a model of bad samples"
head -c 1000 own.model >cut.model
regreen --model cut.model predict text
exits 3
complains "cut.model: the model file is damaged"
regreen --model own.csv predict text
exits 3
complains "own.csv: the model file is none"
