# expect: test_failure go.test-failed
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "fmt"\n\nfunc ExampleSum() {\n\tfmt.Println(3)\n\t// Output: 4\n}\n\nfunc Sum() {}\n' > road_test.go
go test ./...
