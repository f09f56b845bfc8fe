# expect: dependency_conflict pip.check
# needs: python3
python3 "$FOUNDRY/python/wheels.py" shop 1.0 'prices<2' -- prices 2.0
python3 -m venv env && env/bin/pip install -q --no-index --no-deps --find-links wheels shop prices
env/bin/pip check
