# expect: import_error go.internal-not-allowed
# needs: go
mkdir -p one/internal/x two; printf 'module example.org/two\n\ngo 1.19\n\nrequire example.org/one v0.0.0\nreplace example.org/one => ../one\n' > two/go.mod
printf 'module example.org/one\n\ngo 1.19\n' > one/go.mod; printf 'package x\n' > one/internal/x/x.go; printf 'package two\n\nimport _ "example.org/one/internal/x"\n' > two/two.go
cd two; go build ./...
