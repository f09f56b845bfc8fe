# expect: success
# needs: grep python3
set -x
printf 'INFO start\nERROR old entry\nFATAL: disk full\n' > app.log
grep -c error app.log || true
grep ERROR app.log
! grep 'ModuleNotFoundError: No module named' app.log
test -f none || echo "none: No such file or directory is expected here"
cat none.txt || :
command -v no-such-tool || echo 'no-such-tool not found, using fallback'
false || echo "##[debug] advisory step failed, ignored"
[ "$(tail -1 app.log)" = "FATAL: disk full" ] && rm app.log
printf 'import unittest\nclass T(unittest.TestCase):\n    def test_failed(self): pass\n' > test_log.py
python3 -m unittest -v test_log
