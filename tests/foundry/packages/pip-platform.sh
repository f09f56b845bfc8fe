# expect: toolchain packages.pip-platform
# needs: python3
python3 -m venv env
touch shop-1.0-cp27-cp27m-win32.whl
env/bin/pip --disable-pip-version-check install ./shop-1.0-cp27-cp27m-win32.whl
mkdir p && printf '[build-system]\nrequires = []\nbuild-backend = "b"\nbackend-path = ["."]\n[project]\nname = "shop"\nversion = "1"\nrequires-python = "<3.5"\n' >p/pyproject.toml
printf 'def prepare_metadata_for_build_wheel(d, c=None):\n    import os\n    os.mkdir(d + "/shop-1.dist-info")\n    open(d + "/shop-1.dist-info/METADATA", "w").write("Metadata-Version: 2.1\\nName: shop\\nVersion: 1\\nRequires-Python: <3.5\\n")\n    return "shop-1.dist-info"\ndef get_requires_for_build_wheel(c=None):\n    return []\n' >p/b.py
env/bin/pip --disable-pip-version-check install --no-build-isolation ./p
