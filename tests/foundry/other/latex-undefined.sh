# expect: compile_error latex.undefined
# needs: pdflatex
printf '\\documentclass{article}\n\\begin{document}\nA \\total{1} \\end{document}\n' > p.tex
pdflatex -interaction=nonstopmode -halt-on-error p.tex
