# expect: link_error go.link-error
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package main\n\nfunc route() int\n\nfunc main() { route() }\n' > main.go; : > route.s
go build ./...
printf 'package main\n\nfunc helper() {}\n' > main.go; go build -o planner . 
