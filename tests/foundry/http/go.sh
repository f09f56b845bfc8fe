# expect: network http.go
# needs: go python3 unshare ip
. "$FOUNDRY/faulty.sh"
printf 'package main\nimport ("fmt"; "net/http"; "os"; "time")\nfunc main() {\n\tc := http.Client{Timeout: time.Second}\n\tfor _, u := range os.Args[1:] {\n\t\tif _, err := c.Get(u); err != nil { fmt.Fprintln(os.Stderr, "fetch:", err) }\n\t}\n\tos.Exit(1)\n}\n' >main.go
GO111MODULE=off go build -o fetch main.go && ./fetch http://api.example.org/ http://198.51.100.7:9/ $base/reset/ $base/close/ $base/hang/ https://198.51.100.7:8080/ 2>&1 | sed "s/on [0-9.]*:53/on 192.0.2.53:53/; s/udp [0-9.]*:53/udp 192.0.2.53:53/"
exit 1
