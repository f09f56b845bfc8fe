# expect: syntax_error go.syntax-error
# needs: go gofmt
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nfunc Sum(a, b int) int {\n\treturn a +\n}\n\nfunc Twice(n int) int {\n\tif n > 1 {\n\t\treturn 2*n\n}\n' > sum.go
go build ./...; go vet ./...; gofmt -l .
