# expect: crash go.data-race
# needs: go gcc
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "testing"\n\nfunc TestTotal(t *testing.T) {\n\ttotal, done := 0, make(chan bool)\n\tgo func() { total++; done <- true }()\n\ttotal++\n\t<-done\n}\n' > road_test.go
setarch -R go test -race ./...
