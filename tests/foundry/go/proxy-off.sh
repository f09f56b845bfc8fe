# expect: dependency_missing go.proxy-off
# needs: go
printf 'module example.org/till\n\ngo 1.19\n\nrequire example.org/prices v1.2.0\n' >go.mod
printf 'package till\n\nimport _ "example.org/prices"\n' >till.go
printf 'example.org/prices v1.2.0 h1:c1iWgK2N5kQIBXRmBFZ8w6kgyCqLxjOv0n7yfXz9l2M=\nexample.org/prices v1.2.0/go.mod h1:TIyPZe4MgqvfeYDBFedMoGGpEw/LqOeaOT+nhxU+yHo=\n' >go.sum
export GOFLAGS=-mod=mod GOPROXY=off GONOSUMDB='*'
go build ./...
go mod download
exit 1
