# expect: out_of_memory go.out-of-memory
# needs: go
printf 'package main\n\nfunc main() {\n\tvar all [][]byte\n\tfor {\n\t\tall = append(all, make([]byte, 1<<26))\n\t}\n}\n' > main.go
go build -o eat main.go; ulimit -v 800000; ./eat 2>&1 | head -8; exit 2
