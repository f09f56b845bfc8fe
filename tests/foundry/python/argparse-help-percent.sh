# expect: crash python.help-percent
# needs: python3
cat > prune.py <<'PY'
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--keep", type=int, help="keep at most 80% of the copies")
parser.parse_args()
PY
python3 prune.py --help
