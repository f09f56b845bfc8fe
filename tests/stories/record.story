# What is recorded is remembered: how often, since when, whether more or less, and when it was green again.
write job.log <<'LOG'
+ python3 check.py
ModuleNotFoundError: No module named 'yaml'
##[error]Process completed with exit code 1.
LOG
printf '===== 3 passed in 0.02s =====\n' >green.log

# Who only diagnoses leaves nothing behind.
regreen diagnose job.log
exits 0
says_not seen
[ ! -e state ] || wrong "diagnose has made a history"

day() { date -u -d "$1 days ago" +%Y-%m-%dT10:00:00Z; }
record() { regreen diagnose --record --job-name test --branch main --at "$(day "$1")" "$2"; exits 0; }
for days in 9 8 7; do
  echo "# $days" >>job.log  # another run of the same failure
  record "$days" job.log
done
regreen diagnose --format json job.log
history=.runs[0].diagnoses[0].history
has $history.seen 3
has $history.trend rising
has $history.mttr_minutes null
has $history.first_seen "$(day 9 | sed 's/Z/.000Z/')"

# The same log of the same commit is the same run.
record 7 job.log
regreen diagnose --format json job.log
has $history.seen 3

# A green run of another job or branch repairs nothing; one of this job does.
regreen diagnose --record --job-name lint --branch main --at "$(day 6)" green.log
regreen diagnose --record --job-name test --branch topic --at "$(day 6)" green.log
regreen diagnose --format json job.log
has $history.mttr_minutes null
record 6 green.log
regreen diagnose --format json job.log
has $history.mttr_minutes 2880.0
regreen diagnose job.log
says "seen 3 times since $(day 9 | cut -c1-10), rising; green again after 2 d on average"

regreen stats
exits 0
says "3 failures, 3 green again after 2 d on average"
regreen stats --format json
has .categories[0].repaired 3
regreen trends
exits 0
says rising
says "Python module yaml is not installed"
regreen trends --days 14 --format json
has .categories[0].category dependency_missing
has .categories[0].failures 3
regreen explain
exits 0
says "branch main"
same "$(sqlite3 state/regreen/regreen.db 'SELECT identity, seen, repaired FROM signatures')" "python.module-not-found module=yaml|3|3"

# Wrong input.
regreen trends --days 0
exits 2
regreen trends --days many
exits 2
regreen trends --format md
exits 2
regreen explain nonsense
exits 2
complains "no case begins with 'nonsense'"
regreen diagnose --record --at yesterday job.log
exits 2

# A history that cannot be read is no reason not to diagnose; one that cannot be kept is told.
write damaged.db <<<"no database at all, and longer than the header of one would be: $(seq 100)"
regreen --db damaged.db diagnose job.log
exits 0
complains "without history"
regreen --db damaged.db diagnose --record job.log
exits 3
complains "not recorded"
says dependency_missing
regreen --db damaged.db trends
exits 3
complains damaged.db

# Healing goes on where a recorded run was left, and counts it once.
broken_colon
(cd repo && "$program" diagnose --record "$folder/red.log" >/dev/null)
regreen explain
says "none yet"
heal_colon --deliver apply --format json
exits 0
has .decision patched
regreen diagnose --format json red.log
has $history.seen 1
has $history.success_rate 1.0
