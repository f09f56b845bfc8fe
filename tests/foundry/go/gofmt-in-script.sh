# expect: format checks.would-reformat
# needs: go gofmt
printf 'package area\n\nvar rows = [][]int{[]int{1}}\n' > area.go
bad=$(gofmt -s -l .)
printf 'not formatted (make fmt):\n%s\n' "$bad"
printf 'Unformatted files:\n%s\n' "$bad"
exit 1
