# expect: compile_error go.no-field-or-method
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\ntype Road struct{ Length int }\n\nfunc Sum(r Road) int { return r.Lenght + r.Widen() }\n' > sum.go
go build ./...
