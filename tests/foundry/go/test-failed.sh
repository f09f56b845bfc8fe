# expect: test_failure go.test-failed
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "testing"\n\nfunc TestShortest(t *testing.T) {\n\tt.Run("two hops", func(t *testing.T) { t.Errorf("got %%d, want %%d", 2, 3) })\n}\n\nfunc TestLongest(t *testing.T) {}\n' > road_test.go
go test ./...; go test -v ./...
