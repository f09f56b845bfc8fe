# expect: deprecation jwt.algorithms-required
# needs: python3 pytest
cat > test_token.py <<'P'
import jwt


def test_token():
    token = jwt.encode({"sub": "ada"}, "k" * 32, algorithm="HS256")
    assert jwt.decode(token, "k" * 32)["sub"] == "ada"
P
python3 -m pytest -q
