# expect: format checks.blanks
mkdir docs src
printf '# Guide  \n' > docs/guide.md
printf 'one\ntwo' > src/a.txt
status=0
for file in docs/guide.md src/a.txt; do
  if grep -q ' $' "$file"; then echo "$file: trailing whitespace"; status=1; fi
  if [ -n "$(tail -c 1 "$file")" ]; then echo "$file: no newline at end of file"; status=1; fi
done
exit $status
