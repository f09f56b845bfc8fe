# expect: configuration_error go.language-version
# needs: go
printf 'module example.org/planner\n\ngo 1.16\n' > go.mod
cat > set.go <<'G'
package planner

type Set[T comparable] map[T]struct{}

func Of[T comparable](all ...T) Set[T] { return nil }

var flags = []byte{1, 2}

func show(x any) {}

var pair = (*[2]byte)(flags)
G
go vet ./...; go build ./...
