# expect: success
# needs: pdflatex
printf '\\documentclass{article}\n\\begin{document}\n\\section{Errors}\nSee \\ref{nowhere} and \\cite{nobody}. Averyveryveryverylongwordthatdoesnotfitintothelineandmakestexcomplainaboutanoverfullhboxwhichisnoerror and more\\footnote{failed}.\n\\hbox to 3cm{x}\n\\end{document}\n' > paper.tex
pdflatex -interaction=nonstopmode paper.tex; pdflatex -interaction=nonstopmode -halt-on-error paper.tex
