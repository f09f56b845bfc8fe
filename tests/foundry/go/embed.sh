# expect: missing_file go.embed-missing
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport _ "embed"\n\n//go:embed maps/default.txt\nvar Maps string\n' > maps.go
go build ./...
