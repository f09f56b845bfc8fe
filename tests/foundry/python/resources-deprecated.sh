# expect: deprecation python.deprecation-as-error
# needs: python3
mkdir box
touch box/__init__.py
echo lid > box/lid.txt
python3 -W error -c 'from importlib.resources import read_text; print(read_text("box", "lid.txt"))'
