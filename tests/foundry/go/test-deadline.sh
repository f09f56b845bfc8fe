# expect: flaky_test go.test-deadline
# needs: go
export GO111MODULE=on GOFLAGS=-mod=mod GOTOOLCHAIN=local
printf 'module example.com/tick\n\ngo 1.19\n' > go.mod
cat > tick_test.go <<'GO'
package tick

import (
	"context"
	"testing"
	"time"
)

func TestFirst(t *testing.T) {
	ctx, stop := context.WithTimeout(context.Background(), time.Millisecond)
	defer stop()
	if <-ctx.Done(); ctx.Err() != nil {
		t.Fatal("waiting for the first tick:", ctx.Err())
	}
}
GO
go test ./...
