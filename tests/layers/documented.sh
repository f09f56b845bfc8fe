#!/bin/sh
# usage: documented.sh LAYERS      Proves that the table of docs/architecture.md says what the build says.
cd "$(dirname "$0")/../.." || exit 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
grep -Ev '^(cli|mend/.*):' "$1" | sed 's/ *$//' | sort >"$scratch/built"
# shellcheck disable=SC2016  # backquotes of Markdown
sed -n 's/^| `\([a-z/]*\)` | \([^|]*\) |.*/\1: \2/p' docs/architecture.md | tr -d '`–' | sed 's/ *$//' | sort >"$scratch/documented"
comm -23 "$scratch/built" "$scratch/documented" >"$scratch/differences"
[ ! -s "$scratch/differences" ] || { echo "not so in docs/architecture.md:"; cat "$scratch/differences"; exit 1; }
