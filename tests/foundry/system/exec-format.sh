# expect: toolchain system.exec-format
# needs: bash python3
printf '\177ELF\002\001\001\000\000\000\000\000\000\000\000\000\002\000\267\000' > tool && chmod +x tool
./tool
python3 -c 'import subprocess; subprocess.run(["./tool"])'
python3 -c 'import pathlib, subprocess; subprocess.run([pathlib.Path("tool").resolve()])'
