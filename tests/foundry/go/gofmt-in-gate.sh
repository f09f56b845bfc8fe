# expect: format checks.would-reformat
# needs: gofmt make
printf 'package box\n\nfunc  Area(w,h int) int { return w*h }\n' > area.go
cat >gate.sh <<'S'
files=$(gofmt -l .)
[ -z "$files" ] || { echo "gofmt: $(echo "$files" | wc -l) file(s) are not formatted:"; echo "$files"; }
echo "ok  	example.com/box	0.006s"
[ -z "$files" ] || { echo 'QUALITY GATE FAILED'; exit 1; }
S
printf 'quality:\n\tsh gate.sh\n' >Makefile
make -s quality
