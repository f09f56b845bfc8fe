# expect: configuration_error go.no-module
# needs: go
export GOPROXY=off
printf 'package main\n\nfunc main() {}\n' > main.go
go build ./...; go mod tidy; go test
