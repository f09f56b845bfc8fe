# expect: import_error go.import-cycle
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
mkdir a b; printf 'package a\n\nimport _ "example.org/planner/b"\n' > a/a.go; printf 'package b\n\nimport _ "example.org/planner/a"\n' > b/b.go
go build ./...
