# What only warns a person binds where nobody waits: daily limits, failures that nothing helps, the circuit breaker, risk.
broken_colon
unattended() { write config.yml <<<"$1"; heal_colon --unattended --config config.yml --format json; }
attended() { write config.yml <<<"$1"; heal_colon --config config.yml; }

heal_colon
exits 0
unattended 'max_heal_attempts_per_day: 1'
exits 1
has .decision refused
has .rule policy.max-heal-attempts-per-day
attended 'max_heal_attempts_per_day: 1'
exits 0
says "note: 1 repairs were tried in this repository today"
unattended 'max_heal_attempts_per_day: 2'
exits 0

# Repairs that help nothing: no remedy makes this command pass.
regreen heal repo --log red.log --verify "$colon || true; echo 'SyntaxError: invalid syntax'; false"
exits 1
unattended 'circuit_breaker: {window: 1, threshold: 0.7, cooldown_minutes: 60}'
has .rule policy.circuit-breaker
attended 'circuit_breaker: {window: 1, threshold: 0.7, cooldown_minutes: 60}'
says "note: Fewer than 70 % of the last 1 repairs helped"
unattended 'circuit_breaker: {window: 50}'
exits 0
regreen heal repo --log red.log --verify "$colon || true; echo 'SyntaxError: invalid syntax'; false"
unattended 'max_attempts_per_signature: 1'
has .rule policy.max-attempts-per-signature
unattended 'confidence_threshold: 1'
has .rule policy.confidence-threshold
