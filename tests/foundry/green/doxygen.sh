# expect: success
# needs: doxygen
printf '/** @file\n * Errors. @param none nothing\n */\n/** Fails.\n * @param code the error code\n * @param missing not there\n */\nint fail(int code, int other);\n' > fail.h
printf 'PROJECT_NAME=errors\nINPUT=.\nGENERATE_LATEX=NO\nHAVE_DOT=NO\nEXTRACT_ALL=NO\nWARN_IF_UNDOCUMENTED=YES\nOBSOLETE_TAG=1\n' > Doxyfile
doxygen Doxyfile
