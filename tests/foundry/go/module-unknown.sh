# expect: dependency_missing go.module-unknown
# needs: go python3
export GONOSUMDB=* GOFLAGS=-mod=mod GOPROXY=http://127.0.0.1:18461
python3 -m http.server 18461 --bind 127.0.0.1 >/dev/null 2>&1 & sleep 1
printf 'module example.org/planner\n\ngo 1.19\n\nrequire example.com/clock v1.0.0\n' > go.mod
go mod download; go install example.com/clock@latest; kill %1; exit 1
