# expect: compile_error c.old-standard
# needs: gcc
printf '#include <optional>\nstd::optional<int> none() { return {}; }\n' > look.cpp
g++ -std=c++11 -c look.cpp
