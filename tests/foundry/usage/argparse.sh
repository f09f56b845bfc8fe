# expect: configuration_error said.option
# needs: python3
printf 'import argparse\np = argparse.ArgumentParser(prog="shop"); p.add_argument("--region", required=True); p.parse_args()\n' >a.py
python3 a.py
