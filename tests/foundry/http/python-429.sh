# expect: rate_limit http.client-429
# needs: python3 unshare ip
. "$FOUNDRY/faulty.sh"
/usr/bin/python3 -c "
import aiohttp, asyncio, sys
async def main():
    async with aiohttp.ClientSession() as s:
        async with s.get(sys.argv[1], raise_for_status=True) as r:
            await r.read()
asyncio.run(main())" $base/429/ 2>&1 | tail -1
exit 1
