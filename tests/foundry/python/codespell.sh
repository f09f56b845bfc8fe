# expect: lint codespell.misspelling
# needs: codespell
printf 'We recieve the adress of teh user.\n' > README.md
codespell README.md
