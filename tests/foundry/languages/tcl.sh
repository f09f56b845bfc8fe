# expect: crash tcl.error
# needs: tclsh
printf 'proc total {} {\n  return [expr {$totl + 1}]\n}\nputs [total]\n' >shop.tcl
tclsh shop.tcl
