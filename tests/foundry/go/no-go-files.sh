# expect: configuration_error go.no-go-files
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
mkdir docs; go build .; go vet ./docs
