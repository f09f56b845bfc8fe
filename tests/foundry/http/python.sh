# expect: network network.python
# needs: python3 unshare ip
. "$FOUNDRY/faulty.sh"
aio() { /usr/bin/python3 -c "
import aiohttp, asyncio, sys
async def main():
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=1)) as s:
        async with s.get(sys.argv[1], raise_for_status=True) as r:
            await r.read()
asyncio.run(main())" "$1" 2>&1 | tail -1; }
for u in http://api.example.org/ http://198.51.100.7:9/ $base/reset/ $base/close/ $base/hang/ $base/cut/; do aio $u; done
x() { /usr/bin/python3 -c "import httpx, sys; httpx.get(sys.argv[1], timeout=1).raise_for_status()" "$1" 2>&1 | tail -2; }
for u in http://api.example.org/ http://198.51.100.7:9/ $base/reset/ $base/close/ $base/hang/ $base/cut/; do x $u; done
exit 1
