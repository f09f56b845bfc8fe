# expect: lint go.vet
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "testing"\n\nfunc TestSay(t *testing.T) { t.Errorf("%%d roads", "two") }\n' > say_test.go
go test ./...
