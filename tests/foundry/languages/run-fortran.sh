# expect: crash run.uncaught
# needs: gfortran
printf 'program shop\n  integer :: a(2), n\n  n = 3\n  a(n) = 1\n  print *, a\nend program\n' >a.f90; gfortran -fcheck=all a.f90 -o a; ./a
