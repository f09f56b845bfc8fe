# expect: dependency_conflict pip.conflict
# needs: python3
python3 -m venv env
wheel() { mkdir -p w/$1-$2.dist-info && printf 'Metadata-Version: 2.1\nName: %s\nVersion: %s\n%s\n' $1 $2 "$3" >w/$1-$2.dist-info/METADATA && printf 'Wheel-Version: 1.0\nGenerator: a\nRoot-Is-Purelib: true\nTag: py3-none-any\n' >w/$1-$2.dist-info/WHEEL && echo "$1-$2.dist-info/RECORD,," >w/$1-$2.dist-info/RECORD && (cd w && python3 -m zipfile -c ../$1-$2-py3-none-any.whl $1-$2.dist-info) && rm -r w; }
wheel libshop 1.0; wheel libshop 2.0; wheel shop 1.0 'Requires-Dist: libshop>=2'; wheel till 1.0 'Requires-Dist: libshop<2'
pip() { env/bin/pip --disable-pip-version-check "$@" --no-index --find-links .; }
pip install shop till
pip install shop libshop==1.0
env/bin/pip --disable-pip-version-check install --no-index --no-deps --find-links . till shop libshop==2.0
env/bin/pip check
exit 1
