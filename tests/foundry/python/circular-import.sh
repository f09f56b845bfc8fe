# expect: import_error python.circular-import
# needs: python3
cat > users.py <<'PY'
from groups import Group

class User:
    group = Group
PY
cat > groups.py <<'PY'
from users import User

class Group:
    owner = User
PY
python3 -c 'import users'
