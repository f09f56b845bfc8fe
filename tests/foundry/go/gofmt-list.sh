# expect: format go.gofmt-listed
# needs: gofmt
printf 'package box\n\nfunc  Area(w,h int) int { return w*h }\n' > area.go
test -z "$(gofmt -l . | tee /dev/stderr)"
