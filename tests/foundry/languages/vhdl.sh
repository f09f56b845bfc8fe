# expect: compile_error vhdl.error
# needs: ghdl
printf 'entity shop is end shop;\narchitecture a of shop is\n  signal n : integer := totl;\nbegin\nend a;\n' >shop.vhd
ghdl -a shop.vhd
