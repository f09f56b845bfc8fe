# expect: import_error python.submodule-not-found
# needs: python3
mkdir shop && touch shop/__init__.py && echo 'from shop.prices import PRICE' > main.py
python3 main.py
