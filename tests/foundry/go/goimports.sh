# expect: format go.gofmt-diff
# needs: goimports
printf 'package planner\n\nimport "strings"\n\nfunc  Sum( a int ) int {\nreturn a }\n' > sum.go
goimports -d sum.go; test -z "$(goimports -l .)"
