# expect: lint go.example-name
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nfunc Total() int { return 3 }\n' > p.go
printf 'package planner\n\nimport "fmt"\n\nfunc ExampleSum() {\n\tfmt.Println(Total())\n\t// Output: 3\n}\n\nfunc ExampleDay_Add() {\n}\n\nfunc Example_Quick() {\n}\n' > road_test.go
go vet ./...
