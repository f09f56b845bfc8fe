# expect: success
# needs: go
export GOFLAGS=-mod=mod GOPROXY=off GOCACHE=$HOME/gocache
printf 'module example.test/codes\n\ngo 1.19\n' > go.mod
cat > codes_test.go <<'GO'
package codes

import (
	"errors"
	"log"
	"os"
	"testing"
)

var ErrFailed = errors.New("dial tcp 127.0.0.1:5432: connect: connection refused")

func TestErrorIsReturned(t *testing.T) {
	log.Printf("error: %v", ErrFailed)
	if _, err := os.Open("none"); err == nil {
		t.Fatal("expected an error")
	} else {
		t.Log(err)
	}
}

func TestPanicIsRecovered(t *testing.T) {
	defer func() { log.Println("recovered: panic:", recover()) }()
	var m map[string]int
	m["x"] = 1
}

func TestTimeout(t *testing.T) {
	for _, name := range []string{"FAIL", "context deadline exceeded", "exit status 1", "panic: runtime error"} {
		t.Run(name, func(t *testing.T) { t.Parallel() })
	}
}

func TestNeedsNetwork(t *testing.T) { t.Skip("network unreachable") }

func BenchmarkError(b *testing.B) { for i := 0; i < b.N; i++ { _ = errors.Unwrap(ErrFailed) } }
GO
go vet ./... && go test -v ./... && go test ./... -run Panic -cover
