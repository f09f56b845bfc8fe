# expect: compile_error go.package-not-imported
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nfunc Loud(s string) string { fmt.Println(s); return strings.ToUpper(s) }\n' > loud.go
go build ./...; go test ./...
