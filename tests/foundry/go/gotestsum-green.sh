# expect: success
# needs: go gotestsum
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "testing"\n\nfunc TestErrorIsReported(t *testing.T) {}\n' > road_test.go
gotestsum ./...
