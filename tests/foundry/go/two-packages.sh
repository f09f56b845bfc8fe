# expect: compile_error go.two-packages
# needs: go
printf 'module example.org/notes\n\ngo 1.19\n' > go.mod
mkdir store
printf 'package store\n' > store/file.go
printf 'package memory\n' > store/memory.go
go build ./...
