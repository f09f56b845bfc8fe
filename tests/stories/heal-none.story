# Without --deliver a repair is shown, and nothing changes.
broken_colon
remember

heal_colon
exits 0
silent
says "patched"
says "-def total(a, b)"
says "+def total(a, b):"
says "before: exit 1 (syntax_error) · after: exit 0"
untouched

# JSON on standard output, and in a file.
heal_colon --format json --out answer.json
exits 0
silent
has .schema regreen.heal/1
has .decision patched
has .category syntax_error
has .files '["total.py"]'
has .attempts[-1].verdict fixed
has .proof.before.exit 1
has .proof.before.category syntax_error
has .proof.after.exit 0
has .proof.command "$colon"
has .usage.tokens_in 0
same "$(<answer.json)" "$out"
untouched

# A text answer and the file.
heal_colon --deliver none --out answer2.json
exits 0
has .decision patched "$(<answer2.json)"
untouched
