# expect: infrastructure network.http-5xx
# needs: python3 unshare ip
. "$FOUNDRY/faulty.sh"
aio() { /usr/bin/python3 -c "
import aiohttp, asyncio, sys
async def main():
    async with aiohttp.ClientSession() as s:
        async with s.get(sys.argv[1], raise_for_status=True) as r:
            await r.read()
asyncio.run(main())" "$1" 2>&1 | tail -1; }
for s in 503 502 500; do aio $base/$s/; done
for s in 503 500; do /usr/bin/python3 -c "import httpx, sys; httpx.get(sys.argv[1]).raise_for_status()" $base/$s/ 2>&1 | tail -2; done
exit 1
