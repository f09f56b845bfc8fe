# However GitHub hands out the log of a run, the failed job's is read: whole, cut off, empty, without it, gone.
broken_colon_on_github
python3 - <<'PY'
import json
world = json.load(open("world/world.json"))
world["runs"][0]["jobs"] = [{"id": 69, "name": "lint", "conclusion": "success", "log": "lint.txt"},
                            {"id": 70, "name": "build / all: unit", "conclusion": "failure", "log": "job.txt"}]
json.dump(world, open("world/world.json", "w"))
PY
echo "0 errors" >world/lint.txt
archive() {
  python3 - "$@" <<'PY'
import sys, zipfile
with zipfile.ZipFile("world/run.zip", "w", zipfile.ZIP_DEFLATED) as run:
    for name in sys.argv[1:]:
        run.writestr(zipfile.ZipInfo(name, (1980, 0, 0, 0, 0, 0)), open("world/job.txt" if "build" in name else "world/lint.txt").read())
PY
}
is_read() {
  github
  regreen diagnose --run 7 --repo o/n --format json
  exits 0
  has .runs[0].diagnoses[0].category syntax_error
  same "$(grep -c "actions/jobs" world/requests.jsonl || true)" "$1"
  rm world/requests.jsonl
  github_ends
}

archive 0_lint.txt "1_build  all unit.txt"
is_read 0
archive 0_lint.txt "lint/1_Set up job.txt" "build  all unit/2_Run python3 check.py.txt"
is_read 0
archive 0_lint.txt "lint/1_Set up job.txt"
is_read 1
archive 0_lint.txt "1_build  all unit.txt"
truncate -s 100 world/run.zip
is_read 1
truncate -s 0 world/run.zip
is_read 1
rm world/run.zip
is_read 1
