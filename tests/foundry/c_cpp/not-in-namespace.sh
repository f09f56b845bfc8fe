# expect: compile_error cpp.not-in-namespace
# needs: g++ clang++
printf '#pragma once\nnamespace silo { struct Bin {}; }\n' > bin.hpp
cat > main.cpp <<'C'
#include "bin.hpp"
silo::Meter meter;
int sum() { return silo::total(2); }
C
clang++ -fsyntax-only main.cpp; g++ -fsyntax-only main.cpp
