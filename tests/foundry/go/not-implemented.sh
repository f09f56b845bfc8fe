# expect: compile_error go.not-implemented
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package planner\n\ntype Queue interface {\n\tPush(int)\n\tClose() error\n}\n\ntype memory struct{}\n\nfunc (m *memory) Push(n int) {}\n\nvar _ Queue = &memory{}\n\nfunc New() Queue { return memory{} }\n' > queue.go
go build ./...; go vet ./...
