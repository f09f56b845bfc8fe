# expect: lint shell.spelling
# needs: codespell cspell
printf 'We recieve teh basket\n' >README.md
codespell README.md; cspell --no-color README.md
