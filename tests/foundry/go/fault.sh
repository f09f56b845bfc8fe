# expect: crash go.fatal-error
# needs: go
cat > go.mod <<'F'
module example.org/planner

go 1.19
F
cat > main.go <<'F'
package main

import "unsafe"

func main() {
	place := uintptr(0xdeadbeef000)
	*(*int)(unsafe.Pointer(place)) = 1
}
F
go run .
