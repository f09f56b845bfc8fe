# expect: missing_file go.replacement-unreadable
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n\nrequire example.org/clockwork v0.0.0\n\nreplace example.org/clockwork => ./libs/clockwork\n' > go.mod
go mod download
