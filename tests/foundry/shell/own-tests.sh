# expect: test_failure tap.not-ok
cat > tidy.sh <<'S'
set -e
kept=0
for file in "$@"; do
  ((kept++))
done
echo "kept $kept"
S
cat > check.sh <<'S'
said=$(bash tidy.sh a b)
if [ "$said" = "kept 2" ]; then
  echo "ok - says what it did"
else
  echo "not ok - says what it did: '$said', not 'kept 2'"
  exit 1
fi
S
bash check.sh
