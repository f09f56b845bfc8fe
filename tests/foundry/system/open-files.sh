# expect: infrastructure system.open-files
# needs: python3
ulimit -n 20
python3 -c 'files = [open("/dev/null") for n in range(100)]'
