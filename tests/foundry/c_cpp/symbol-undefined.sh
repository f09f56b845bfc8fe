# expect: link_error c.symbol-undefined
# needs: gcc python3
printf 'int till_total(void);\nint till_price(void) { return till_total(); }\n' >till.c
gcc -shared -fPIC -Wl,-z,now -o libtill.so till.c
python3 -c 'import ctypes; ctypes.CDLL("/tmp/foundry/app/libtill.so")'
printf '#include <Python.h>\nint till_total(void);\nstatic struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "till"};\nPyMODINIT_FUNC PyInit_till(void) { till_total(); return PyModule_Create(&def); }\n' >ext.c
gcc -shared -fPIC -I"$(/usr/bin/python3 -c 'import sysconfig; print(sysconfig.get_path("include"))')" -Wl,-z,now -o till.so ext.c
/usr/bin/python3 -c 'import till'
