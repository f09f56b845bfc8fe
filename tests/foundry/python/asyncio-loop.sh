# expect: deprecation python.asyncio-loop
# needs: python3
cat > pump.py <<'PY'
import asyncio


async def main():
    return asyncio.Queue(loop=asyncio.get_running_loop())


asyncio.run(main())
PY
python3 pump.py
