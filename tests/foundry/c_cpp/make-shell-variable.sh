# expect: test_failure said.test-command
# needs: make
printf 'the snow is gone\n' > spring.txt
printf 'check:\n\tfor poem in spring; do \\\n\t  echo "$poem: $(wc -l < $poem.txt)"; \\\n\tdone > index.txt\n\tgrep -q "^spring: 1" index.txt\n' > Makefile
make check
