# expect: deployment cloud.published-before
# needs: twine python3 unshare ip
. "$FOUNDRY/faulty.sh"
mkdir -p shop-1.0.dist-info && printf 'Metadata-Version: 2.1\nName: shop\nVersion: 1.0\n' >shop-1.0.dist-info/METADATA && printf 'Wheel-Version: 1.0\nGenerator: a\nRoot-Is-Purelib: true\nTag: py3-none-any\n' >shop-1.0.dist-info/WHEEL && echo shop-1.0.dist-info/RECORD,, >shop-1.0.dist-info/RECORD
python3 -m zipfile -c shop-1.0-py3-none-any.whl shop-1.0.dist-info
twine upload --disable-progress-bar --non-interactive -u a -p b --repository-url $base/400/ shop-1.0-py3-none-any.whl
