# The repair in the working tree, uncommitted; nothing else changes.
broken_colon
before=$(cd repo && find .git -type f -exec sha256sum {} + | sort)

heal_colon --deliver apply
exits 0
silent
status_is " M total.py"
same "$(<repo/total.py)" $'def total(a, b):\n    return a + b'
same "$(cd repo && find .git -type f ! -name index -exec sha256sum {} + | sort)" "$(grep -v '/index$' <<<"$before")"
(cd repo && bash -c "$colon") >green.log

# Once more: it is green now, there is nothing to do, and nothing happens.
remember
heal_colon --deliver apply --format json
exits 1
has .decision unknown
untouched
