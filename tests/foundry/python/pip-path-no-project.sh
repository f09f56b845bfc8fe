# expect: missing_file pip.not-installable
# needs: pip3
mkdir -p libs/units
echo '-e file:///tmp/foundry/app/libs/units' > requirements.txt
pip3 wheel --no-index --no-deps -r requirements.txt
