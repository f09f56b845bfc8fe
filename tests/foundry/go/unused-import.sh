# expect: compile_error go.unused-import
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport (\n\t"fmt"\n\tlog "os"\n)\n' > sum.go
go build ./...; go vet ./...
