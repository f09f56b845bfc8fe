# expect: out_of_memory python.memory-error
# needs: python3
ulimit -v 400000
python3 -c 'rows = [0] * 10**9'
