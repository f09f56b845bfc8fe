# expect: configuration_error python.no-main
# needs: python3
mkdir shop && touch shop/__init__.py
python3 -m shop
