# expect: quality_gate documents.doxygen
# needs: doxygen
printf '/** @file */\n/** Sums. @param q prices */\nint total(int p);\n' > shop.h; printf 'QUIET=YES\nINPUT=.\nHAVE_DOT=NO\nGENERATE_LATEX=NO\nWARN_AS_ERROR=FAIL_ON_WARNINGS\n' > Doxyfile
doxygen
