# expect: lint c.werror-result
# needs: gcc g++
cat > load.c <<'C'
#include <stdio.h>
#include <unistd.h>
int load(char *head, FILE *file)
{
    fread(head, 1, 6, file);
    chdir(head);
    return 0;
}
C
cp load.c load.cpp
gcc -O2 -D_FORTIFY_SOURCE=2 -Wall -Werror -c load.c; g++ -O2 -D_FORTIFY_SOURCE=2 -Wall -Werror -c load.cpp
