# expect: configuration_error setuptools.flat-layout
# needs: python3 pip3
mkdir -p shop/data shop/prices && printf '[build-system]\nrequires = []\nbuild-backend = "setuptools.build_meta"\n[project]\nname = "shop"\nversion = "1"\n' > shop/pyproject.toml
touch shop/data/__init__.py shop/prices/__init__.py
pip3 wheel --no-index --no-build-isolation --no-deps ./shop
