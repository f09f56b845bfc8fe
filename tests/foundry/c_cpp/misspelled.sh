# expect: compile_error c.did-you-mean
# needs: g++ clang++ gcc
cat > area.cpp <<'C'
struct Size { int width; int height; };
int area(Size s) { int width = s.width; return widht * s.heigth; }
Sise half(Size s);
C
cat > list.c <<'C'
struct list { int length; };
int length(struct list *l) { return l->lenght; }
C
g++ -c area.cpp; gcc -c list.c; clang++ -c area.cpp
