# expect: dependency_conflict pip.conflict
# needs: pip3 python3
python3 "$FOUNDRY/python/wheels.py" shop 1.0 'prices<2' -- till 1.0 'prices>=2' -- prices 1.0 -- prices 2.0
pip3 download --no-index --find-links wheels shop till
pip3 download --no-index --find-links wheels shop 'prices==2.0'
