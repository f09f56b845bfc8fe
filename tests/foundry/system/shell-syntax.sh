# expect: syntax_error system.shell-syntax
# needs: bash dash
printf 'if true; then\n  echo 1\n' > a.sh; bash a.sh; sh a.sh
printf 'echo "open\n' > b.sh; bash b.sh; sh b.sh
printf 'for x in a b\n  echo $x\ndone\n' > c.sh; sh c.sh; bash c.sh
