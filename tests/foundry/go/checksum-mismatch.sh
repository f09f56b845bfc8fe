# expect: dependency_conflict go.checksum-mismatch
# needs: go
export GOPROXY=file:///tmp/foundry/app/proxy GONOSUMDB=*
d=proxy/example.com/clock/@v; mkdir -p $d example.com/clock@v1.0.0
printf 'module example.com/clock\n' > $d/v1.0.0.mod; echo '{"Version":"v1.0.0"}' > $d/v1.0.0.info
printf 'package clock\n\nconst Ticks = 3\n' > example.com/clock@v1.0.0/clock.go; cp $d/v1.0.0.mod example.com/clock@v1.0.0/go.mod
python3 -m zipfile -c $d/v1.0.0.zip example.com/clock@v1.0.0/; rm -rf example.com
printf 'module example.org/planner\n\ngo 1.19\n\nrequire example.com/clock v1.0.0\n' > go.mod
printf 'package planner\n\nimport "example.com/clock"\n\nvar N = clock.Ticks\n' > n.go
printf 'example.com/clock v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nexample.com/clock v1.0.0/go.mod h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n' > go.sum
go build ./...
