# What a repository does not allow is refused by the rule that says so; what it only bounds is told.
broken_colon
configured() { write config.yml <<<"$1"; heal_colon --format json --config config.yml --deliver none; }
refused_by() { exits 1; has .decision refused; has .rule "$1"; }

configured 'never_heal: [syntax_error]'
refused_by policy.never-heal
configured 'protected_files: ["total.py"]'
refused_by policy.protected-file
configured 'max_line_changes: 1'
refused_by policy.max-line-changes
configured 'confidence_threshold: 1'
exits 0
has .decision patched
regreen explain
says "unattended work starts at 100 %"
heal_colon --config config.yml
exits 0
says "note: The diagnosis is"
says "unattended work starts at 100 %"
configured 'disabled_remedies: ["python.*"]'
exits 1
has .decision needs-llm
has .attempts '[]'
configured 'max_attempts: 0'
exits 1
has .decision needs-llm
has .attempts '[]'
