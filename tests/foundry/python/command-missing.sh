# expect: toolchain python.command-missing
# needs: python3
PATH=/opt/none /usr/bin/python3 -c 'import subprocess; subprocess.run(["cargo", "--version"])'
