# expect: success
# needs: python3
# A project's own small runner with the usual words in its summary.
cat > run.py <<'PY'
SUITES = {"errors": 12, "timeouts": 4, "permission denied": 3, "fatal exits": 9}
for suite, count in SUITES.items():
    for n in range(count):
        print(f"[PASS] {suite} / case {n + 1}: rejected with error code {n * 3}")
    print(f"{suite}: {count} passed, 0 failed, 0 errors, 0 timed out")
print(f"\nTotal: {sum(SUITES.values())} tests, 0 failures, 0 errors, 0 skipped\nNo errors found.\nFailed: 0\nErrors: 0\nExit code: 0")
PY
python3 run.py
