# expect: compile_error hdl.error
# needs: yosys
printf 'module shop(input a, output b);\n  prices p(.a(a), .b(b));\nendmodule\n' >shop.v
yosys -q -p 'read_verilog shop.v; hierarchy -check -top shop'
