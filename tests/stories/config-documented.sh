#!/bin/bash
# Every key of .github/regreen.yml is described in docs/configuration.md and named by a story that shows its effect.
set -eu
cd "$(dirname "$0")/../.."
found=0 missing=0
lack() { echo "src/policy/config.cpp: '$1' $2"; missing=1; }
while read -r key; do
  found=$((found + 1))
  grep -q "^| \`\(limits\.\|circuit_breaker\.\)\?$key\` |" docs/configuration.md ||
    lack "$key" 'is not in docs/configuration.md'
  grep -lq "$key:" tests/stories/*.story || lack "$key" 'has no story in tests/stories'
done < <(sed -n 's/^ *{"\([a-z_]*\)", .*read.*/\1/p' src/policy/config.cpp)
[ "$found" -ge 17 ] || { echo "only $found keys were found: has src/policy/config.cpp another form?"; exit 1; }
exit "$missing"
