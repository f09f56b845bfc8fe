# expect: compile_error latex.undefined
# needs: latexmk pdflatex
printf '\\documentclass{article}\n\\begin{document}\n\\price{3}\n\\end{document}\n' >shop.tex
latexmk -pdf -interaction=nonstopmode -halt-on-error shop.tex
