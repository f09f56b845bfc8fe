# What green runs print too is noise: a test suite that provokes errors on purpose, and then fails for another reason.
needs python3
write check.py <<'PYTHON'
import logging
import unittest

from total import total


class Loading(unittest.TestCase):
    def test_without_speedups(self):
        try:
            import tidewatch_speedups
        except ImportError:
            logging.exception("no speedups, going on without")

    def test_retry(self):
        for left in (2, 1):
            logging.error("download failed: Connection timed out; %d retries left", left)


class Sums(unittest.TestCase):
    def test_total(self):
        self.assertEqual(total([1, 2]), 3)
        print("errors: 0")
PYTHON
check() { python3 -m unittest -v check >"$1" 2>&1 || [ "$1" = red.log ] || wrong "it should be green: $(<"$1")"; }
write total.py <<<'def total(numbers): return sum(numbers)'
check green.log
check green-2.log
echo "run 2" >>green-2.log
write total.py <<<'def total(numbers): return sum(numbers) + 1'
check red.log
first=.runs[0].diagnoses[0]

# Without green runs, the scary line is taken for the cause. Who only diagnoses leaves nothing behind.
regreen diagnose --format json red.log
has $first.category dependency_missing
says_not green_runs
[ ! -e state ] || wrong "diagnose has made a history"
regreen learn-green --list
exits 0
says "No green runs are known yet"
[ ! -e state ] || wrong "who only asks leaves a file"

# With one of them, it is noise, and the line that is new is the cause.
regreen learn-green green.log
exits 0
silent
says "learned 1 green run: 1 step, "
regreen diagnose --format json red.log
exits 0
has $first.category test_failure
has $first.green_runs 1
has "$first.evidence[1].text" "FAIL: test_total (check.Sums.test_total)"
says_not tidewatch_speedups
regreen diagnose red.log
says "compared with 1 green run: what they print too is no evidence"
regreen diagnose --no-green --format json red.log
has $first.category dependency_missing
regreen diagnose --format md red.log
says "compared with 1 green run"

# The same log is the same run; more of them, through a pipe too.
regreen learn-green green.log
exits 0
says "learned 0 green runs: 1 step, "
says "1 known already"
gzip -k green-2.log
regreen learn-green --format json - <green-2.log.gz
exits 0
has .logs[0].result learned
has .steps[0].runs 2
regreen diagnose --format json red.log
has $first.green_runs 2

# A log that is not green is refused, whatever is said; one that proves nothing needs somebody's word.
regreen learn-green red.log green.log
exits 1
complains "red.log: not learned: it looks red"
says "1 not learned"
(cat red.log; echo '##[error]Process completed with exit code 1.') >exit.log
regreen learn-green --conclusion success exit.log
exits 1
complains "it is red: it exited with code 1"
write bare.log <<<"tidying up"
regreen learn-green bare.log
exits 1
complains "add --conclusion success"
regreen learn-green --conclusion success --repository elsewhere bare.log
exits 0

# Bad input and usage.
regreen learn-green nowhere.log green.log
exits 3
complains "nowhere.log"
says "1 known already"
regreen learn-green
exits 2
regreen learn-green --list green.log
exits 2
regreen learn-green --list --forget
exits 2
regreen learn-green --conclusion failure green.log
exits 2

# Repositories, workflows and jobs do not know each other's noise.
for name in "--repository other/app" "--workflow nightly" "--job-name lint"; do
  regreen diagnose --format json $name red.log
  has $first.category dependency_missing
  says_not green_runs
done
regreen learn-green --repository other/app --workflow CI --job-name test green.log
exits 0
GITHUB_REPOSITORY=other/app GITHUB_WORKFLOW=CI regreen diagnose --job-name test --format json red.log
has $first.category test_failure
regreen learn-green --list
exits 0
says "other/app · CI"
says "test › –"
regreen learn-green --list --format json --repository other/app
has .steps[0].job test

# Nothing readable is kept, and nothing lies beside the history.
[ -z "$(grep -a -e speedups -e retries state/regreen/regreen.db)" ] || wrong "words of the log are in the history"
same "$(ls state/regreen)" regreen.db

# A damaged sketch is told, does no harm, and is learned anew.
sqlite3 state/regreen/regreen.db "UPDATE green_steps SET sketch = x'00' WHERE repository = ''"
regreen diagnose --format json red.log
exits 0
complains "damaged"
has $first.category dependency_missing
regreen learn-green green.log
says "learned 1 green run"
regreen diagnose --format json red.log
silent
has $first.category test_failure

# Two at once.
"$program" learn-green --workflow both green.log >/dev/null &
"$program" learn-green --workflow both green-2.log >/dev/null
wait $!
regreen learn-green --list --format json --workflow both
has .steps[0].runs 2

# Forgetting: of one repository, then all.
regreen learn-green --forget --repository other/app
exits 0
says "forgot the green runs of 1 step"
regreen diagnose --format json red.log
has $first.category test_failure
regreen learn-green --forget
regreen diagnose --format json red.log
has $first.category dependency_missing
regreen learn-green --list
says "No green runs are known yet"

# A history of an older regreen is brought up to date, without a word.
sqlite3 state/regreen/regreen.db "DROP TABLE green_steps; PRAGMA user_version = 2"
regreen diagnose red.log
exits 0
silent
same "$(sqlite3 state/regreen/regreen.db 'PRAGMA user_version')" 3
