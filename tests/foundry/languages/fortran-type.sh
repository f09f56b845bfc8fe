# expect: compile_error fortran.error
# needs: gfortran
printf 'program shop\n  implicit none\n  integer :: n\n  n = "three"\n  totl = 2\nend program\n' >shop.f90
gfortran -c shop.f90
