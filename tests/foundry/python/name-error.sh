# expect: import_error python.name-error
# needs: python3 pytest
mkdir shop
touch shop/__init__.py
printf 'def join(*parts):\n    return os.sep.join(parts)\n' > shop/paths.py
printf 'from shop.paths import join\n\n\ndef test_join():\n    assert join("a", "b") == "a/b"\n' > test_paths.py
python3 -m pytest -p no:cacheprovider test_paths.py
