# expect: missing_file go.own-package-missing
# needs: go
export GOPROXY=off
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package main\n\nfunc main() {}\n' > main.go
go build ./cmd/planner
go vet ./internal/...
go run server.go
