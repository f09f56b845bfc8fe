# expect: crash go.fatal-error
# needs: go
printf 'package main\n\nfunc main() {\n\tc := make(chan int)\n\t<-c\n}\n' > main.go
go run main.go
printf 'package main\n\nfunc main() {\n\tm := map[int]int{}\n\tfor i := 0; i < 4; i++ {\n\t\tgo func() {\n\t\t\tfor {\n\t\t\t\tm[1]++\n\t\t\t}\n\t\t}()\n\t}\n\tselect {}\n}\n' > map.go
go run map.go 2>&1 | head -4; exit 2
