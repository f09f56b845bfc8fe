# expect: crash go.panic
# needs: go
printf 'package main\n\nimport "errors"\n\nfunc main() {\n\tdefer func() {}()\n\tpanic(errors.New("no such road"))\n}\n' > main.go
go run main.go
printf 'package main\n\ntype t struct{ n int }\n\nfunc main() {\n\tvar p *t\n\tp.n = 1\n}\n' > nil.go
go run nil.go
