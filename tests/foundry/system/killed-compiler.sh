# expect: out_of_memory c.compiler-killed
# needs: g++
mkdir -p fake && cat > fake/cc1plus <<'S'
#!/bin/sh
kill -9 $$
S
chmod +x fake/cc1plus && echo 'int main() {}' > main.cpp
g++ -Bfake/ -c main.cpp
