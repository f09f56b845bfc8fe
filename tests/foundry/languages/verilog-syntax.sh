# expect: syntax_error compiler.syntax
# needs: iverilog
printf 'module shop(input a, output b);\n  assign b = a\nendmodule\n' >shop.v
iverilog -o shop shop.v
