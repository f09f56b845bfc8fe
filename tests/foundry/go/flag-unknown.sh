# expect: toolchain go.flag-unknown
# needs: go
export GO111MODULE=on GOTOOLCHAIN=local
printf 'module example.com/shop\n\ngo 1.19\n' > go.mod
printf 'package main\n\nimport "flag"\n\nfunc main() { flag.Int("port", 80, "where to listen"); flag.Parse() }\n' > main.go
go run . -trace
