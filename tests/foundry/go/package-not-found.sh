# expect: dependency_missing go.package-not-found
# needs: go
export GOPROXY=off
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
mkdir cmd; printf 'package main\n\nimport "httpx"\n\nfunc main() { httpx.Get() }\n' > cmd/main.go
go build ./cmd
GO111MODULE=off go build ./cmd
