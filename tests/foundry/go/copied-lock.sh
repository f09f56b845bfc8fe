# expect: lint go.copied-lock
# needs: go
cat >go.mod <<'M'
module tide
go 1.19
M
cat >meter.go <<'G'
package tide

import "sync"

type Meter struct {
	mu sync.Mutex
	n  int
}

func (m Meter) Value() int { return m.n }

func work(wg sync.WaitGroup) { wg.Done() }

func put(m Meter) {}

type Pair struct{ m Meter }

func all(meters []Meter, one *Meter) int {
	sum := 0
	for _, m := range meters {
		sum += m.n
	}
	var c = meters[0]
	d := Meter{}
	d = *one
	put(d)
	p := Pair{m: d}
	return sum + c.n + d.n + p.m.n
}
G
go vet ./...
