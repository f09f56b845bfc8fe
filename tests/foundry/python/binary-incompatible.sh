# expect: dependency_conflict python.binary-incompatible
# needs: cython3 gcc
include=$(/usr/bin/python3 -c 'import sysconfig; print(sysconfig.get_path("include"))')
build() { cython3 -3 $1.pyx && gcc -shared -fPIC -O0 -I"$include" -o $1.so $1.c; }
printf 'cdef class Basket:\n    cdef public int price\n    cdef public int tax\n    cdef public object till\n' >prices.pyx; cp prices.pyx prices.all
printf 'cdef class Basket:\n    cdef public int price\n    cdef public int tax\n    cdef public object till\n' >prices.pxd; printf 'cdef class Basket:\n    pass\n' >prices.pyx
printf 'from prices cimport Basket\ndef total(Basket b): return b.price + b.tax\n' >shop.pyx
build prices && build shop
printf 'cdef class Basket:\n    cdef public int price\n' >prices.pxd
build prices
/usr/bin/python3 -c 'import shop'
