# expect: link_error c.undefined-reference
# needs: gcc g++ ld.lld ld.gold
cat > loan.c <<'C'
int shut(int n);
int main(int argc, char **argv) { return shut(argc); }
C
cat > queue.cpp <<'C'
struct Queue { virtual ~Queue(); void push(int n); };
int main() { Queue q; q.push(1); }
C
gcc -O2 -c loan.c; g++ -c queue.cpp
gcc loan.o -o loan; g++ queue.o -o queue
gcc -fuse-ld=gold loan.o -o loan; gcc -fuse-ld=lld loan.o -o loan
