# expect: compile_error latex.error
# needs: pdflatex
printf '\\documentclass{article}\n\\begin{document}\nx_1 and \\begin{itemize} \\end{document}\n' > p.tex
pdflatex -interaction=nonstopmode -file-line-error p.tex
