# expect: compile_error cython.error
# needs: cython3
printf 'cdef int total():\n    return prices\ncdef Basket b\n' >shop.pyx
cython3 shop.pyx
