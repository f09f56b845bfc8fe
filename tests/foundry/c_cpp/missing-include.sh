# expect: import_error cpp.missing-include
# needs: g++
cat > trim.cpp <<'C'
void order(int* a, int* b) { std::sort(a, b); }
int size(const char* text) { return strlen(text); }
std::vector<int> all(int n) { return std::vector<int>(n); }
uint32_t hash(const char* text);
C
g++ -c trim.cpp
