# expect: flaky_test tests.port-taken
# needs: go python3 nodejs
export GOFLAGS=-mod=mod GOPROXY=off GOTOOLCHAIN=local
printf 'module example.com/ping\n\ngo 1.19\n' >go.mod
cat >ping_test.go <<'G'
package ping

import (
	"net"
	"testing"
)

func TestPing(t *testing.T) {
	for i := 0; i < 2; i++ {
		l, err := net.Listen("tcp", "127.0.0.1:36333")
		if err != nil {
			t.Fatalf("serve: %v", err)
		}
		defer l.Close()
	}
}
G
cat >ping.py <<'P'
import asyncio


async def main():
    for _ in range(2):
        await asyncio.start_server(print, "127.0.0.1", 36334)


asyncio.run(main())
P
python3 ping.py
node -e 'for (let i = 0; i < 2; i++) require("net").createServer().listen(36335, "127.0.0.1")'
go test ./...
