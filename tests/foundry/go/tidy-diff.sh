# expect: dependency_conflict go.mod-not-tidy
# needs: go git
export GOPROXY=off
git init -q .; touch go.sum; git config user.email a@example.org; git config user.name a
printf 'module example.org/planner\n\ngo 1.19\n\nrequire example.com/clock v1.0.0\n' > go.mod; printf 'package planner\n' > p.go; git add .; git commit -qm one
go mod tidy; git diff --exit-code go.mod go.sum
