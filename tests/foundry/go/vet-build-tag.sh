# expect: lint go.build-tag
# needs: go
printf 'module example.org/planner\n\ngo 1.16\n' > go.mod
printf 'package planner\n' > p.go
printf '// Words.\n\n// +build live\npackage planner\n' > live_test.go
printf 'package planner\n\n//go:build live\n' > other_test.go
printf '//go:build live\n// +build other\n\npackage planner\n' > both_test.go
go vet ./...
