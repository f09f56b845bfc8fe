# expect: dependency_missing pip.check-missing
# needs: python3
python3 "$FOUNDRY/python/wheels.py" shop 1.0 'till'
python3 -m venv env && env/bin/pip install -q --no-index --no-deps --find-links wheels shop
env/bin/pip check
