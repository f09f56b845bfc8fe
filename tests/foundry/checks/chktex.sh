# expect: lint checks.chktex
# needs: chktex
printf '\\documentclass{article}\n\\begin{document}\nA "basket" ... and (more .\n\\end{document}\n' >shop.tex
chktex -q shop.tex
