# expect: missing_file pip.requirements-missing
# needs: python3
python3 -m venv env
env/bin/pip install -r requirements.txt
echo 'flask==>2' >requirements.txt
env/bin/pip install -r requirements.txt
env/bin/pip install ./nothing
env/bin/pip install .
