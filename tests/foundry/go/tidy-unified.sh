# expect: dependency_conflict go.mod-not-tidy
# needs: go
mkdir -p clock; printf 'module example.com/clock\n\ngo 1.19\n' > clock/go.mod; printf 'package clock\n\nconst Ticks = 3\n' > clock/clock.go
printf 'module example.org/planner\n\ngo 1.19\n\nrequire example.com/clock v1.0.0 // indirect\n\nreplace example.com/clock => ./clock\n' > go.mod
printf 'package planner\n\nimport "example.com/clock"\n\nvar N = clock.Ticks\n' > n.go
cp go.mod go.mod.before
export GOPROXY=off GOFLAGS=-mod=mod
go mod tidy
diff -u go.mod.before go.mod | sed -E 's/[0-9]{4}-[0-9-]+ [0-9:.]+ [+-][0-9]{4}/2001-01-01 00:00:00.000000000 +0000/' && false
echo "go.mod is not tidy: run 'go mod tidy'"
exit 1
