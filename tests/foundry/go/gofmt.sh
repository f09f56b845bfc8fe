# expect: format go.gofmt-diff
# needs: gofmt
printf 'package planner\n\nfunc  Sum( a int ) int {\nreturn a }\n' > sum.go
gofmt -l .; gofmt -d .; test -z "$(gofmt -l .)"
