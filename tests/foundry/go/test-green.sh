# expect: success
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "testing"\n\nfunc TestErrorIsReported(t *testing.T) { t.Log("panic: not really; undefined: nothing") }\n\nfunc TestFAIL(t *testing.T) { t.Skip("--- FAIL is printed for failures") }\n' > road_test.go
go vet ./... && go test ./... && go test -v ./...
