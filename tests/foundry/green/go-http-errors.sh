# expect: success
# needs: go
printf 'module shop\n\ngo 1.19\n' >go.mod
printf 'package shop\nimport ("log"; "net/http"; "testing"; "time")\nfunc TestRefused(t *testing.T) {\n\tc := http.Client{Timeout: time.Second}\n\t_, err := c.Get("http://127.0.0.1:9/")\n\tif err == nil { t.Fatal("no error") }\n\tlog.Println("ERROR: fetch failed:", err)\n\tt.Log("got the error we wanted:", err)\n}\n' >shop_test.go
go test -v ./...
