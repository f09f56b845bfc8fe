# expect: success
# needs: python3
cat > app.py <<'PY'
import asyncio, logging, sys, traceback, warnings
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout)
warnings.simplefilter("always")
warnings.warn("the 'timeout' argument is deprecated and raises an error in 3.13", DeprecationWarning)
try:
    import no_such_accelerator
except ImportError as error:
    logging.warning("accelerator not available: %s", error)
async def job(n):
    await asyncio.sleep(0)
    if n == 2:
        raise ConnectionResetError(104, "Connection reset by peer")
    return n
async def main():
    for result in await asyncio.gather(*map(job, range(4)), return_exceptions=True):
        if isinstance(result, Exception):
            logging.error("job failed", exc_info=result)
asyncio.run(main())
open("left-open.txt", "w")
print("4 jobs, 1 retried, 0 failed\nprocess finished with exit code 0")
PY
python3 -X dev app.py && python3 -m unittest discover -v 2>&1 | tail -3; printf 'def test_app():\n    assert True\n' > test_app.py; python3 -m pytest test_app.py
