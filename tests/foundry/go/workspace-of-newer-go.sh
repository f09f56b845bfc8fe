# expect: toolchain go.version-too-old
# needs: go
mkdir clock; printf 'module example.org/clock\n\ngo 1.19\n' > clock/go.mod; printf 'package clock\n' > clock/clock.go
printf 'go 1.21.0\n\ntoolchain go1.22.0\n\nuse ./clock\n' > go.work
go build ./clock
