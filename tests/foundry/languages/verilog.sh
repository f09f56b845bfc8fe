# expect: dependency_missing compiler.module
# needs: iverilog
printf 'module shop(input a, output b);\n  assign b = totl;\n  prices p(a);\nendmodule\n' >shop.v
iverilog -o shop shop.v
