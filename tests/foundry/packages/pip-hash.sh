# expect: dependency_conflict pip.hash-mismatch
# needs: python3
python3 -m venv env
mkdir -p libshop-1.0.dist-info && printf 'Metadata-Version: 2.1\nName: libshop\nVersion: 1.0\n' >libshop-1.0.dist-info/METADATA && printf 'Wheel-Version: 1.0\nGenerator: a\nRoot-Is-Purelib: true\nTag: py3-none-any\n' >libshop-1.0.dist-info/WHEEL && echo libshop-1.0.dist-info/RECORD,, >libshop-1.0.dist-info/RECORD
python3 -m zipfile -c libshop-1.0-py3-none-any.whl libshop-1.0.dist-info
echo 'libshop==1.0 --hash=sha256:0000000000000000000000000000000000000000000000000000000000000000' >requirements.txt
env/bin/pip --disable-pip-version-check install --no-index --find-links . -r requirements.txt
printf 'libshop==1.0\n' >requirements.txt
env/bin/pip --disable-pip-version-check install --require-hashes --no-index --find-links . -r requirements.txt
