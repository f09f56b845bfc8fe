# expect: import_error python.local-module
# needs: python3
mkdir -p src scripts && echo 'RATE = 2' > src/rates.py && echo 'from src import rates' > scripts/load.py
python3 scripts/load.py
