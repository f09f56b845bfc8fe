# expect: out_of_memory c.compiler-killed
# needs: g++
# What the kernel's OOM killer does: SIGKILL for the largest process.
mkfifo slow.cpp; exec 3<>slow.cpp
g++ -c slow.cpp -o slow.o & sleep 0.5
kill -9 $(cat /proc/$!/task/*/children); wait $!
