# expect: test_failure tcl.test
# needs: tclsh
printf 'package require tcltest\nnamespace import tcltest::*\ntest basket-1.1 {adds} { expr {1 + 1} } 3\ntest basket-1.2 {kept} { expr {1 + 1} } 2\nset failed $tcltest::numTests(Failed)\ncleanupTests\nexit $failed\n' >all.tcl
tclsh all.tcl
