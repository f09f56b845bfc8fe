# The project's own security scan runs on the repaired tree: what it finds there, and did not find before, refuses the repair.
broken_colon
scan() { write config.yml <<<"security_command: $1"; heal_colon --config config.yml --format json; }
scan "'! grep -rn \"b):\" total.py'"
exits 1
has .decision refused
has .rule policy.security-command
has .attempts[0].verdict guarded
[[ $out == *"the security command fails with it (exit 1): 1:def total(a, b):"* ]] || wrong "the reason"

scan "test -f total.py"
exits 0
scan "echo an old finding; exit 3"  # in the same words before
exits 0
scan "test -w /etc"  # it cannot do anything either
exits 0
