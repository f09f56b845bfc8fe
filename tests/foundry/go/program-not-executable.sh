# expect: permission_denied system.program-not-executable
# needs: go
mkdir tools && printf '#!/bin/sh\necho 1\n' > tools/gen
cat > go.mod <<'F'
module example.org/planner

go 1.19
F
cat > planner_test.go <<'F'
package planner

import (
	"os/exec"
	"testing"
)

func TestGenerated(t *testing.T) {
	if _, err := exec.Command("./tools/gen").Output(); err != nil {
		t.Fatal(err)
	}
}
F
go test ./...
