# expect: dependency_missing python.module-not-found
# needs: python3 pip3
mkdir fast && printf 'import cython_build_tool\n' > fast/setup.py
pip3 wheel --no-index --no-build-isolation --no-deps ./fast
