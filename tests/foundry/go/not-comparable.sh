# expect: compile_error go.not-comparable
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
cat > lists.go <<'G'
package planner

func Index[T any](s []T, v T) int {
	for i, w := range s {
		if w == v {
			return i
		}
	}
	return -1
}

type Set[K any] map[K]struct{}

type Box[T comparable] struct{ value T }

func Boxed[V any](value V) Box[V] { return Box[V]{value} }

func First[T comparable](s []T) T { return s[0] }

func Head[T any](s []T) T { return First(s) }

func Get[K, V any](m map[K]V, k K) V { return m[k] }
G
go build ./...
go vet ./...
