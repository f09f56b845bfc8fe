# expect: missing_file pip.folder-gone
# needs: pip3
echo '-e ../../libs/units' > requirements.txt
pip3 wheel --no-index --no-deps -r requirements.txt
echo 'units @ file:///tmp/foundry/app/libs/units' > other.txt
pip3 install --no-index --no-deps --target lib -r other.txt
