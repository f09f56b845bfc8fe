# expect: format checks.would-reformat
# needs: gofmt make
printf 'package box\n\nfunc  Area(w,h int) int { return w*h }\n' > area.go
printf 'lint:\n\t@out="$$(gofmt -l *.go)"; if [ -n "$$out" ]; then echo "gofmt needed:"; echo "$$out"; exit 1; fi\n' > Makefile
printf 'check:\n\t@out="$$(gofmt -l *.go)"; test -z "$$out" || { echo "These files need gofmt:"; echo "$$out"; exit 1; }\n' > check.mk
printf 'style:\n\t@out="$$(gofmt -l *.go)"; test -z "$$out" || { echo "gofmt is required on: $$out"; exit 1; }\n' > style.mk
make -f check.mk; make -f style.mk; make lint
