# expect: quality_gate checks.diff-coverage
# needs: diff-cover git
git init -qb main .; git config user.email a@example.org; git config user.name A
printf 'def a():\n    return 1\n' >shop.py; git add -A; git commit -qm one; git checkout -qb change
printf 'def a():\n    return 1\ndef b():\n    return 2\n' >shop.py; git commit -qam two
cat >coverage.xml <<'X'
<?xml version="1.0" ?>
<coverage><packages><package><classes><class filename="shop.py"><lines><line number="1" hits="1"/><line number="3" hits="1"/><line number="4" hits="0"/></lines></class></classes></package></packages></coverage>
X
diff-cover coverage.xml --compare-branch=main --fail-under=90
