# expect: dependency_missing fortran.module
# needs: gfortran
printf 'program shop\n  use prices\n  print *, 1\nend program\n' >shop.f90
gfortran -c shop.f90
