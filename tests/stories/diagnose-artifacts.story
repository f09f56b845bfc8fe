# Documents for other jobs: the fields that workflows of earlier systems read.
write logs/0_test.txt <<'LOG'
2026-01-02T03:04:05.0000001Z ##[group]Run python -m pytest
2026-01-02T03:04:05.0000002Z python -m pytest
2026-01-02T03:04:05.0000003Z ##[endgroup]
2026-01-02T03:04:06.0000004Z E   ModuleNotFoundError: No module named 'yaml'
2026-01-02T03:04:06.0000005Z ERROR tests/test_load.py
2026-01-02T03:04:07.0000006Z ##[error]Process completed with exit code 2.
LOG
make_repository .
GITHUB_WORKFLOW=CI GITHUB_RUN_ID=42 GITHUB_REPOSITORY=ada/app regreen diagnose --write-artifacts out/of/regreen logs
exits 0
silent
says dependency_missing
valid out/of/regreen/*.json

document() { has "$2" "$3" "$(<"out/of/regreen/$1.json")"; }
document failure_context .fix_type import_error
document failure_context .can_auto_fix true
document failure_context .confidence high
document failure_context .workflow_run_id 42
document failure_context .suggestions[0] "Add PyYAML to the project's dependencies"
document failure_analysis .workflow_name CI
document failure_analysis .failed_jobs_count 1
document failure_analysis .failed_jobs[0].name test
document failure_analysis .failure_details[0].diagnosis.category dependency_missing
document healing_context .repository ada/app
document healing_context .branch main
document healing_context .commit_sha "$(git rev-parse HEAD)"
document healing_context .category dependency_missing
same "$(head -n 1 out/of/regreen/failure_report.md)" "<!-- regreen:diagnosis -->"

# What is typed counts more, and names the job where the log does not.
printf "ModuleNotFoundError: No module named 'yaml'\n" >plain.log
regreen diagnose --format json --job-name "build (3.11)" --branch topic --write-artifacts out/of/regreen plain.log
has .runs[0].diagnoses[0].job "build (3.11)"
has .runs[0].diagnoses[0].jobs '["build (3.11)"]'
document healing_context .branch topic

# A green run, and a folder that cannot be written.
printf '===== 3 passed in 0.02s =====\n' >green.log
regreen diagnose --write-artifacts green green.log
exits 0
valid green/*.json
: >file
regreen diagnose --write-artifacts file/below green.log
exits 3
complains file
