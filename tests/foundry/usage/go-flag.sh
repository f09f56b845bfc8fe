# expect: toolchain go.flag-unknown
# needs: go
printf 'module shop\n' >go.mod; printf 'package main\nimport "flag"\nfunc main() { flag.Parse() }\n' >main.go
GOFLAGS=-mod=mod go run . -nowhere
