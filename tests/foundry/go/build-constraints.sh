# expect: configuration_error go.build-constraints
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
mkdir win; printf '//go:build windows\n\npackage win\n\nfunc F() {}\n' > win/win.go; printf 'package planner\n\nimport "example.org/planner/win"\n\nfunc F() { win.F() }\n' > p.go
go build ./...
