# expect: dependency_missing pip.no-version
# needs: pip3 python3
python3 "$FOUNDRY/python/wheels.py" shop 1.0 -- shop 1.1
pip3 download --no-index --find-links wheels 'shop==2.0'
