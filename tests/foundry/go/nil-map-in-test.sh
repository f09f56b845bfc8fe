# expect: test_failure go.nil-map-in-test
# needs: go
printf 'module example.org/planner\n\ngo 1.19\n' > go.mod
mkdir road
cat > road/road.go <<'G'
package road

type Roads struct {
	lengths map[string]int
}

func (r *Roads) Add(name string, length int) {
	r.lengths[name] = length
}
G
cat > road/road_test.go <<'G'
package road

import "testing"

func TestAdd(t *testing.T) {
		new(Roads).Add("main", 3)
}
G
go test ./...
