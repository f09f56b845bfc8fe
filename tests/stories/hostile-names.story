# Names in a log that are paths, addresses or options are never installed, written or run.
write repo/requirements.txt <<<'requests==2.31.0'
write repo/app.py <<<'import app2'
make_repository repo
remember
for name in /etc/passwd ../../outside 'https://evil.example/x.tar.gz' 'git+https://evil.example/x' '--index-url=https://evil.example' \
  '-r/etc/passwd' 'x; touch pwned' '$(touch pwned)' '`touch pwned`' 'x @ https://evil.example' $'x\x1b[2J' 'evil%0aname' "x' OR '1'='1"; do
  printf "Traceback (most recent call last):\n  File \"app.py\", line 1, in <module>\nModuleNotFoundError: No module named '%s'\n" "$name" >red.log
  printf "npm error 404 Not Found - GET https://registry.npmjs.org/%s\nError: Cannot find module '%s'\n" "$name" "$name" >node.log
  for log in red.log node.log; do
    regreen heal repo --log $log --verify 'grep -q evil requirements.txt app.py || exit 1' --deliver apply --format json
    [ "$code" -eq 1 ] || wrong "'$name' was taken for a package"
    untouched
    [ ! -e outside ] && [ ! -e ../outside ] && [ ! -e pwned ] || wrong "'$name' was followed"
  done
done
