# expect: security_finding bandit.issue
# needs: bandit
printf 'import subprocess\nsubprocess.call("ls " + input(), shell=True)\nexec(input())\n' > shop.py
bandit -r shop.py
