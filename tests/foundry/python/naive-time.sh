# expect: crash python.naive-time
# needs: python3
cat >lease.py <<'PY'
from datetime import datetime, timezone

ends = datetime.strptime("2024-03-10T06:30:00Z", "%Y-%m-%dT%H:%M:%SZ")
if ends < datetime.now(timezone.utc):
    print(datetime.now(timezone.utc) - ends)
PY
python3 lease.py
sed -i 's/if ends < .*/if ends:/' lease.py
python3 lease.py
