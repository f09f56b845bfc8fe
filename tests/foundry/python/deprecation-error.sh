# expect: deprecation python.deprecation-as-error
# needs: python3
cat > clock.py <<'PY'
import asyncio
asyncio.get_event_loop_policy()
import imp
PY
python3 -W error clock.py
