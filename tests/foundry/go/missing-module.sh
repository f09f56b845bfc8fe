# expect: dependency_missing go.module-not-required
# needs: go
export GOFLAGS=-mod=mod GOPROXY=off
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "github.com/planner-toys/uuid"\n\nvar ID = uuid.New()\n' > id.go
GOFLAGS= go build ./...
GOFLAGS= go test ./...
