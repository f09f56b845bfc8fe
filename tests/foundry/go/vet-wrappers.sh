# expect: lint go.vet
# needs: go
printf 'module example.org/my-planner\n\ngo 1.19\n' > go.mod
cat > say.go <<'END'
package planner

import "fmt"

type Log struct{}

func (l *Log) Note(all ...interface{}) { fmt.Println(all...) }

func (l *Log) Notef(form string, all ...interface{}) { fmt.Printf(form, all...) }

func Say(l *Log, n int, err error) {
	l.Notef("%s roads", n)
	l.Note("%d roads", n)
	fmt.Printf("no road: %w\n", err)
}
END
go vet ./...
