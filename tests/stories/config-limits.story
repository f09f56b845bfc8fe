# limits.*: each ends a command that passes it, and lets it be with more.
broken_colon
configured() { write config.yml <<<"limits: {$1}"; regreen heal repo --log red.log --config config.yml --format json --verify "$2"; }
within() { configured "$1" "$2"; has .proof.before.exit 0; }
beyond() { configured "$1" "$2"; exits 1; [[ $out != *'"exit": 0'* ]] || wrong "$1 has no effect"; }

SECONDS=0
beyond 'time_s: 1' 'sleep 100'
[ "$SECONDS" -lt 30 ] || wrong "it took $SECONDS seconds"
regreen heal repo --log red.log --verify 'sleep 100' --time-limit 1
exits 1

hungry='python3 -c "import time; kept = bytearray(200 << 20); time.sleep(1)"'
beyond 'memory_mb: 100' "$hungry"
within 'memory_mb: 1000' "$hungry"

crowd='for i in {1..30}; do sleep 1 & done; wait'
beyond 'processes: 8' "$crowd"
within 'processes: 100' "$crowd"

large='head -c 40M /dev/zero >large && sync && rm large'
beyond 'disk_mb: 16' "$large"
within 'disk_mb: 400' "$large"

# What is printed in the middle of too much is left out: only the log's own cause is known then.
chatter="yes | head -c 300000; echo; echo \"E   ModuleNotFoundError: No module named 'yaml'\"; yes | head -c 300000; exit 1"
configured 'output_kb: 64' "$chatter"
has .proof.before.category syntax_error
configured 'output_kb: 4096' "$chatter"
has .proof.before.category dependency_missing
