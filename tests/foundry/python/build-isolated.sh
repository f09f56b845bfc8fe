# expect: dependency_missing pip.no-matching
# needs: python3 pip3
mkdir shop && printf '[build-system]\nrequires = ["hatchling>=1.0"]\nbuild-backend = "hatchling.build"\n[project]\nname = "shop"\nversion = "1"\n' > shop/pyproject.toml
pip3 wheel --no-index --no-deps ./shop
