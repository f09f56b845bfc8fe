# expect: syntax_error python.syntax-error
# needs: python3
printf '<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> topic\n' > main.py
python3 main.py
