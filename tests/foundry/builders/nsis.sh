# expect: compile_error installer.script
# needs: makensis
printf 'Name "Shop"\nOutFile "shop.exe"\nSection\n  SetOutPut $INSTDIR\nSectionEnd\n' >shop.nsi
makensis shop.nsi
