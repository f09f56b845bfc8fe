# expect: test_timeout go.test-timeout
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "testing"\n\nfunc TestEndless(t *testing.T) { select {} }\n\nfunc TestWait(t *testing.T) { <-make(chan int) }\n' > road_test.go
go test -timeout 1s ./...
