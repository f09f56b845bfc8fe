# expect: configuration_error gn.error
# needs: gn
printf 'buildconfig = "//BUILDCONFIG.gn"\n' >.gn
printf 'set_default_toolchain("//:tc")\n' >BUILDCONFIG.gn
printf 'toolchain("tc") {\n  tool("stamp") {\n    command = "touch {{output}}"\n  }\n}\ngroup("shop") {\n  deps = [ prices ]\n}\n' >BUILD.gn
gn gen out
