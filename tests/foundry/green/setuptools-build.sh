# expect: success
# needs: python3 gcc
mkdir errors; touch errors/__init__.py
printf '#include <Python.h>\nstatic struct PyModuleDef m = {PyModuleDef_HEAD_INIT, "fail", 0, -1, 0};\nPyMODINIT_FUNC PyInit_fail(void) { int unused; return PyModule_Create(&m); }\n' > fail.c
printf 'from setuptools import setup, Extension\nsetup(name="errors", version="1", packages=["errors"], ext_modules=[Extension("errors.fail", ["fail.c"])])\n' > setup.py
python3 setup.py build_ext --inplace; python3 setup.py sdist; python3 -c 'import errors.fail; print("import ok")'
