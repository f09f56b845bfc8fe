# expect: test_failure go.test-failed-json
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "testing"\n\nfunc TestShortest(t *testing.T) { t.Errorf("got %%d, want %%d", 2, 3) }\n\nfunc TestFail(t *testing.T) {}\n' > road_test.go
set -x  # a log that shows events; a file that begins with one is a report
go test -json ./...
