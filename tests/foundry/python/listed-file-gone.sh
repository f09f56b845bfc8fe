# expect: missing_file files.listed-gone
# needs: python3
printf '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n' > pyproject.toml
printf 'include README.rst\n' > MANIFEST.in
printf '# seeds\n' > README.md
printf '[metadata]\nname = seeds\nlong_description = file: README.rst\n' > setup.cfg
cat > setup.py <<'PY'
import pathlib
from setuptools import setup

for line in pathlib.Path("MANIFEST.in").read_text().splitlines():
    name = line.split()[1]
    if not pathlib.Path(name).is_file():
        raise SystemExit(f"MANIFEST.in: {name} does not exist")
setup()
PY
python3 -m pip wheel -q --no-build-isolation --no-deps --no-index -w dist .
