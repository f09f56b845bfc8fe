# expect: dependency_missing python.module-not-found
# needs: python3 pip3
mkdir fast && printf '[build-system]\nrequires = []\nbuild-backend = "flit_core.buildapi"\n[project]\nname = "fast"\nversion = "1"\n' > fast/pyproject.toml
pip3 wheel --no-index --no-build-isolation --no-deps ./fast
