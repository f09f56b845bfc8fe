# expect: missing_file go.workspace-module-missing
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod; printf 'package planner\n' > plan.go
printf 'go 1.19\n\nuse (\n\t.\n\t./libs/clockwork\n)\n' > go.work
go build ./...
