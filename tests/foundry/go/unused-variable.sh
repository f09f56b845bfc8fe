# expect: compile_error go.unused-variable
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nfunc Sum(a int) int {\n\tb := 1\n\treturn a\n}\n' > sum.go
go build ./...
