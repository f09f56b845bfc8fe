# expect: success
# needs: pip3 python3
python3 "$FOUNDRY/python/wheels.py" errorhandler 1.0 -- timeout 2.0
pip3 install --no-index --find-links wheels --target lib errorhandler timeout
