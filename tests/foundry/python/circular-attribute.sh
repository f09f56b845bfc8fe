# expect: import_error python.circular-attribute
# needs: python3
cat > users.py <<'PY'
import groups

class User:
    group = groups.Group
PY
cat > groups.py <<'PY'
import users

class Group:
    owner = users.User
PY
python3 -c 'import users'
