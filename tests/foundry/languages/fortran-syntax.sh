# expect: syntax_error fortran.syntax
# needs: gfortran
printf 'program shop\n  integer :: total\n  total = 1 +\n  print *, total\nend program\n' >shop.f90
gfortran -c shop.f90
