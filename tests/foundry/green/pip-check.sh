# expect: success
# needs: python3
python3 -m venv env
mkdir -p error_pages-1.0.dist-info && printf 'Metadata-Version: 2.1\nName: error-pages\nVersion: 1.0\n' >error_pages-1.0.dist-info/METADATA && printf 'Wheel-Version: 1.0\nGenerator: a\nRoot-Is-Purelib: true\nTag: py3-none-any\n' >error_pages-1.0.dist-info/WHEEL && echo error_pages-1.0.dist-info/RECORD,, >error_pages-1.0.dist-info/RECORD
python3 -m zipfile -c error_pages-1.0-py3-none-any.whl error_pages-1.0.dist-info
env/bin/pip install --no-index --find-links . error-pages && env/bin/pip check && env/bin/pip list
env/bin/pip uninstall -y error-pages nothing-here
