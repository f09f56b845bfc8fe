# expect: configuration_error go.module-not-in-workspace
# needs: go
printf 'go 1.19\n\nuse ./store\n' > go.work
mkdir store notify
printf 'module example.org/planner/store\n\ngo 1.19\n' > store/go.mod; printf 'package store\n' > store/store.go
printf 'module example.org/planner/notify\n\ngo 1.19\n' > notify/go.mod; printf 'package notify\n' > notify/notify.go
go vet ./notify/...
go build ./notify
