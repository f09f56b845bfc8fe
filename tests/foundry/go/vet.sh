# expect: lint go.vet
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\nimport "fmt"\n\ntype road struct {\n\tName string `json:"name`\n}\n\nfunc Say(n int) { fmt.Printf("%%s\\n", n); for i := 0; i < 3; i++ { defer func() { fmt.Println(i) }() } }\n' > say.go
go vet ./...
