# expect: compile_error go.undefined
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "testing"\n\nfunc TestShortest(t *testing.T) { Shortest() }\n' > road_test.go
go test ./...
