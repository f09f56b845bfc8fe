# expect: compile_error go.compile-error
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nfunc Sum(a int) int {\n\tfor {\n\t\tbreak\n\t}\n}\n\nfunc Sum(b int) int { return b }\n\nfunc f() { x := 1; x := 2; _ = x }\n' > sum.go
go build ./...
