# expect: syntax_error shell.bad-substitution
# needs: bash dash
printf 'a=1\necho ${a^^^ }\n' >a.sh; printf 'a=x\necho ${a[@]}\n' >b.sh
bash a.sh; dash b.sh
