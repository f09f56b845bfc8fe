# expect: dependency_missing go.module-not-known
# needs: go
printf 'module example.org/till\n\ngo 1.19\n' >go.mod; printf 'package till\n' >till.go
export GOFLAGS=-mod=mod GOPROXY=off
go list -m example.org/prices
go mod download example.org/prices
go mod verify
go mod edit -droprequire=example.org/prices && go list -m -versions example.org/prices
exit 1
