# expect: network go.proxy-unreachable
# needs: go
export GOPROXY=http://127.0.0.1:9 GONOSUMDB=* GOFLAGS=-mod=mod
printf 'module example.org/planner\n\ngo 1.19\n\nrequire example.com/clock v1.0.0\n' > go.mod
go mod download
