# expect: out_of_memory system.bad-alloc
# needs: g++
printf '#include <vector>\nint main(int n, char**) { std::vector<char> rows(std::size_t(n) << 40); return rows[0]; }\n' > main.cpp
g++ -o main main.cpp && (ulimit -v 500000; ./main)
