# expect: success
# needs: python3
python3 "$FOUNDRY/python/wheels.py" shop 1.0 'prices<2' -- prices 1.0 -- prices 2.0
python3 -m venv env && env/bin/pip install -q --no-index --find-links wheels shop
env/bin/pip install --no-index --find-links wheels prices==2.0
