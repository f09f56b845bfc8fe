# expect: lint project.told-fix
# needs: python3
mkdir tools words
printf 'pear\napple\n' >words/fruit.txt
cat >tools/order.py <<'P'
import pathlib, sys

fix = "--fix" in sys.argv
bad = [p for p in pathlib.Path(sys.argv[-1]).iterdir() if p.read_text().split() != sorted(p.read_text().split())]
for path in bad:
    if fix:
        path.write_text("\n".join(sorted(path.read_text().split())) + "\n")
    else:
        print(path)
if bad and not fix:
    sys.exit(f"{len(bad)} file(s) out of order. Run `python3 tools/order.py --fix words`.")
P
cat >tools/order.sh <<'S'
#!/bin/sh
sort -c "$2/fruit.txt" 2>/dev/null || { echo "tools/order.sh: 1 file out of order, run ./tools/order.sh --write words to sort"; exit 1; }
S
chmod +x tools/order.sh
./tools/order.sh --check words
python3 tools/order.py --check words
