# expect: dependency_missing latex.file
# needs: pdflatex
printf '\\documentclass{article}\n\\usepackage{shopmoney}\n\\begin{document}x\\end{document}\n' > p.tex
pdflatex -interaction=nonstopmode -halt-on-error p.tex
