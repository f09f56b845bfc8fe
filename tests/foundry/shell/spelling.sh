# expect: lint shell.cspell
# needs: cspell
printf 'We recieve teh basket\n' >README.md
cspell --no-color README.md
