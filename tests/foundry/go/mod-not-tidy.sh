# expect: dependency_missing go.mod-updates-needed
# needs: go
export GOPROXY=off
mkdir -p clock; printf 'module example.com/clock\n\ngo 1.19\n' > clock/go.mod; printf 'package clock\n\nconst Ticks = 3\n' > clock/clock.go
printf 'module example.org/planner\n\ngo 1.19\n\nreplace example.com/clock => ./clock\n' > go.mod
printf 'package planner\n\nimport "example.com/clock"\n\nvar N = clock.Ticks\n' > n.go
go build -mod=readonly ./...
printf 'module example.org/planner\n\ngo 1.16\n\nrequire example.com/clock v1.0.0\nrequire example.com/clock v1.2.0\nreplace example.com/clock => ./clock\n' > go.mod
go build -mod=readonly ./...
