# expect: test_failure go.test-panic
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "testing"\n\nfunc TestShortest(t *testing.T) {\n\tvar roads []int\n\t_ = roads[len(roads)]\n}\n' > road_test.go
go test ./...
