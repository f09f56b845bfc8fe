# expect: lint go.staticcheck
# needs: go go-staticcheck
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "io/ioutil"\n\nfunc spare() {}\n\nfunc Read(n int) bool { ioutil.ReadAll(nil); if n == n { return true } else { return false } }\n' > read.go
go-staticcheck -checks all ./...
