# expect: quality_gate latex.reference
# needs: pdflatex
printf '\\documentclass{article}\n\\begin{document}\nSee \\cite{nowhere} and \\ref{nowhere}.\n\\end{document}\n' >shop.tex
pdflatex -interaction=nonstopmode shop.tex >/dev/null; pdflatex -interaction=nonstopmode shop.tex | tee out; ! grep -q undefined out
