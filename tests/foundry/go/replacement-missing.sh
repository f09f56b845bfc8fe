# expect: missing_file go.replacement-missing
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n\nrequire example.org/clockwork v0.0.0\n\nreplace example.org/clockwork => ./libs/clockwork\n' > go.mod
mkdir plan; printf 'package plan\n\nimport _ "example.org/clockwork"\n' > plan/plan.go
go mod tidy; go build ./...
