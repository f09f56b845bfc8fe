# expect: compile_error go.type-mismatch
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nfunc Sum(a int, b string) int {\n\tvar c int = "three"\n\tc = b\n\treturn a + b\n}\n\nfunc Two() int { return Sum(1) }\n\nfunc Three() string { return 3 }\n\nfunc Four() (int, error) { return 4 }\n' > sum.go
go build ./...
