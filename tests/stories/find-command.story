# Without --verify the failed step is run as its workflow says: matrix, variables, folder, the build before it. The log is a
# run's ZIP, in which the job's name is told without odd characters.
needs python3 make
write repo/kit/total.py <<<$'def total(a, b)\n    return a + b'
write repo/kit/check.py <<<$'import os, generated\nfrom total import total\nassert os.environ["LEVEL"] == "3" and generated.mode == "fast: x"\nassert total(1, 2) == 3'
write repo/kit/Makefile <<<$'generated.py:\n\techo "mode = \'$(MODE)\'" >$@'
write repo/.gitignore <<<$'generated.py\n__pycache__/'
write repo/.github/workflows/ci.yml <<'YAML'
on: push
defaults: {run: {working-directory: kit}}
env: {LEVEL: 1, TOKEN: "${{ secrets.TOKEN }}"}
jobs:
  other:
    steps: [{name: Check, run: exit 7}]
  check:
    name: Check kit/${{ matrix.os }}
    strategy: {matrix: {os: [linux, mac], include: [{os: linux, mode: 'fast: x'}]}}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {python-version: 2.1}
      - name: Generate
        run: make generated.py
        env: {MODE: "${{ matrix.mode }}"}
      - name: Check
        env: {LEVEL: 3}
        run: python3 check.py
YAML
make_repository repo
python3 - <<'PY'
import zipfile
said = ["##[group]Run python3 check.py", "python3 check.py", "shell: /usr/bin/bash -e {0}", "##[endgroup]", '  File "total.py", line 1', "    def total(a, b)",
        "                   ^", "SyntaxError: expected ':'", "##[error]Process completed with exit code 1."]
text = "".join(f"2026-01-31T12:00:{number:02}.0000000Z {line}\n" for number, line in enumerate(said))
with zipfile.ZipFile("run.zip", "w", zipfile.ZIP_DEFLATED) as run:
    run.writestr("0_Check kitlinux.txt", text)
    run.writestr("Check kitlinux/5_Check.txt", text)
PY

regreen heal repo --log run.zip --format json
exits 0
has .decision patched
has .files '["kit/total.py"]'
has .proof.before.category syntax_error
command=$(python3 -c 'import json, sys; print(json.loads(sys.argv[1])["proof"]["command"])' "$out")
[[ $command == *"# .github/workflows/ci.yml, job Check kit/linux, step Check"* ]] || wrong "the command: $command"
[[ $command == *"# TOKEN is not set: it is \${{ secrets.TOKEN }}"* ]] || wrong "what is not known: $command"
[[ $command == *"# actions/setup-python set up python 2.1; here it is 3"* ]] || wrong "the tool: $command"

# The same as one script for anybody.
regreen reproduce --output reproduce.sh
exits 0
if bash reproduce.sh >again.log 2>&1; then wrong "it does not fail"; fi
grep -q "SyntaxError" again.log || wrong "it fails for another reason: $(<again.log)"

# A step that only GitHub can run is told.
sed -i 's/run: python3 check.py/run: python3 check.py ${{ github.event.number }}/' repo/.github/workflows/ci.yml
regreen heal repo --log run.zip
exits 3
complains 'the failed step (.github/workflows/ci.yml, job Check kit/linux, step Check) needs ${{ github.event.number }}, which only GitHub knows'
