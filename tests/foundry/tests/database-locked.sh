# expect: flaky_test tests.database-locked
# needs: python3 pytest sqlite3
cat >test_store.py <<'P'
import sqlite3


def test_two_writers(tmp_path):
    path = tmp_path / "till.db"
    one, two = sqlite3.connect(path, timeout=0), sqlite3.connect(path, timeout=0)
    one.execute("CREATE TABLE sales (price INTEGER)")
    one.execute("BEGIN IMMEDIATE")
    two.execute("INSERT INTO sales VALUES (3)")
P
python3 -m pytest -q; code=$?
sqlite3 a.db 'CREATE TABLE a (b)'
(echo 'BEGIN EXCLUSIVE;'; sleep 1) | sqlite3 a.db & sleep 0.3; sqlite3 a.db 'INSERT INTO a VALUES (1)'; wait
exit $code
