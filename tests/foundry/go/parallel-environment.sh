# expect: test_failure go.parallel-environment
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "testing"\n\nfunc TestPort(t *testing.T) {\n\tt.Parallel()\n\tt.Setenv("PORT", "8080")\n}\n' > port_test.go
go test ./...
printf 'package planner\n\nimport "testing"\n\nfunc TestPort(t *testing.T) {\n\tt.Setenv("PORT", "8080")\n\tt.Parallel()\n}\n' > port_test.go
go test ./...
