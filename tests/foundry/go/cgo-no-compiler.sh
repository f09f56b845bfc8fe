# expect: toolchain go.no-c-compiler
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package main\n\n// int two(void) { return 2; }\nimport "C"\n\nfunc main() { C.two() }\n' > main.go
CC=gcc-42 CGO_ENABLED=1 go build ./...
