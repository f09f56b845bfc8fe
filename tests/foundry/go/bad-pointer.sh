# expect: crash go.fatal-error
# needs: go
cat > go.mod <<'F'
module example.org/planner

go 1.19
F
cat > main.go <<'F'
package main

import (
	"runtime"
	"unsafe"
)

var kept []unsafe.Pointer

func address() uintptr { return uintptr(unsafe.Pointer(new([1 << 20]int))) }

func main() {
	gone := address()
	runtime.GC()
	runtime.GC()
	kept = append(kept, unsafe.Pointer(gone))
	runtime.GC()
}
F
go run .
