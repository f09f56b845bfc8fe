# expect: test_failure go.testify
# needs: go
export GO111MODULE=off GOPATH=/usr/share/gocode:/tmp/foundry/app
mkdir -p src/planner; cd src/planner
printf 'package planner\n\nimport (\n\t"testing"\n\n\t"github.com/stretchr/testify/require"\n)\n\nfunc TestShortest(t *testing.T) {\n\trequire.Equal(t, 3, 2, "two hops")\n}\n' > road_test.go
go test .
