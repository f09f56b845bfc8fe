# expect: dependency_conflict go.vendor-inconsistent
# needs: go
export GOPROXY=off GOFLAGS=
mkdir -p clock vendor; printf 'module example.com/clock\n\ngo 1.19\n' > clock/go.mod; printf 'package clock\n\nconst Ticks = 3\n' > clock/clock.go
printf 'module example.org/planner\n\ngo 1.19\n\nrequire example.com/clock v1.0.0\nreplace example.com/clock => ./clock\n' > go.mod
printf 'package planner\n\nimport "example.com/clock"\n\nvar N = clock.Ticks\n' > n.go
echo '# example.com/clock v0.9.0' > vendor/modules.txt
go build ./...
