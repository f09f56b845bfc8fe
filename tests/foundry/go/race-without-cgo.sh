# expect: configuration_error go.race-needs-cgo
# needs: go
printf 'module example.org/till\n\ngo 1.19\n' > go.mod
printf 'package till\n' > till.go
CGO_ENABLED=0 go test -race ./...
