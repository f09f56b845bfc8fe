# expect: lint verilog.verilator
# needs: verilator
printf 'module shop(input [3:0] a, output [1:0] b);\n  assign b = a;\nendmodule\n' >shop.v
verilator --lint-only -Wall shop.v
