# expect: toolchain pip.requires-python
# needs: pip3 python3
python3 "$FOUNDRY/python/wheels.py" shop 1.0 python:'>=3.14'
pip3 install --no-index --target lib wheels/shop-1.0-py3-none-any.whl
pip3 download --no-index --find-links wheels shop
