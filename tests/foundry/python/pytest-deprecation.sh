# expect: deprecation python.deprecation-as-error
# needs: python3 pytest
printf '[pytest]\nfilterwarnings = error\n' > pytest.ini
cat > test_clock.py <<'PY'
def test_now():
    import imp
    assert imp
PY
python3 -m pytest -p no:cacheprovider
