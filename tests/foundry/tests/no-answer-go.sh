# expect: test_timeout tests.no-answer
# needs: go
printf 'module a\n\ngo 1.19\n' >go.mod
cat >a_test.go <<'G'
package a

import (
	"testing"
	"time"
)

func TestPoll(t *testing.T) {
	select {
	case <-make(chan int):
	case <-time.After(20 * time.Millisecond):
		t.Fatal("GET /poll: no answer within 20ms")
	}
}
G
go test ./...
