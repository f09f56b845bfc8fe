# expect: syntax_error shell.zsh-syntax
# needs: zsh
printf 'echo hi )\n' >b.sh; printf 'if true; then\n  echo hi\n' >a.sh
zsh b.sh; zsh a.sh
