# expect: lint lint.coded
# needs: cpplint
printf '#include "shop.h"\nint total( int a,int b ){\n  return a+b; \n}\n' >shop.cpp
cpplint shop.cpp
