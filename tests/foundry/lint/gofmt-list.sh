# expect: format checks.would-reformat
# needs: gofmt
printf 'package shop\nfunc Total( a int ) int { return  a }\n' >shop.go
cat >check.sh <<'S'
unformatted=$(gofmt -l .)
[ -z "$unformatted" ] && exit 0
echo "The following files are not formatted with gofmt:"
echo "$unformatted"
exit 1
S
sh check.sh
