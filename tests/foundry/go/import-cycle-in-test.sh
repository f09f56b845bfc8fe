# expect: import_error go.import-cycle-in-test
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
mkdir store testkit; printf 'package store\n\ntype Store struct{}\n' > store/store.go
printf 'package testkit\n\nimport "example.org/planner/store"\n\nfunc Filled() *store.Store { return nil }\n' > testkit/testkit.go
printf 'package store\n\nimport (\n\t"testing"\n\n\t"example.org/planner/testkit"\n)\n\nfunc TestFilled(t *testing.T) { testkit.Filled() }\n' > store/store_test.go
go vet ./...; go test ./...
