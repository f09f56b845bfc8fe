# expect: compile_error latex.fatal
# needs: pdflatex
printf '\\documentclass{article}\n\\begin{document}\n\\input{nowhere}\n' >shop.tex
pdflatex -interaction=batchmode shop.tex
printf '\\documentclass{article}\n\\begin{document}\nA $b\n' >open.tex
pdflatex -interaction=nonstopmode open.tex
