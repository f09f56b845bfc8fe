# expect: deprecation python.wait-coroutines
# needs: python3
cat > pump.py <<'PY'
import asyncio


async def main():
    await asyncio.wait([asyncio.sleep(0)])


asyncio.run(main())
PY
python3 pump.py
