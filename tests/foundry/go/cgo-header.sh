# expect: dependency_missing c.library-header-missing
# needs: go gcc
export GOCACHE=/tmp/foundry/home/cache
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
printf 'package main\n\n// #include <sodium.h>\nimport "C"\n\nfunc main() {}\n' > main.go
CGO_ENABLED=1 go build ./...
