# expect: network http.go-tls
# needs: go python3 unshare ip
. "$FOUNDRY/faulty.sh"
sleep 1
printf 'package main\nimport ("fmt"; "net/http"; "os")\nfunc main() {\n\tfor _, u := range os.Args[1:] {\n\t\tif _, err := http.Get(u); err != nil { fmt.Fprintln(os.Stderr, "fetch:", err) }\n\t}\n\tos.Exit(1)\n}\n' >main.go
GO111MODULE=off go build -o fetch main.go && ./fetch https://198.51.100.7:8443/ https://198.51.100.7:8442/
