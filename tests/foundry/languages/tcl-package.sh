# expect: dependency_missing tcl.package
# needs: tclsh
printf 'package require prices 1.0\n' >shop.tcl
tclsh shop.tcl
