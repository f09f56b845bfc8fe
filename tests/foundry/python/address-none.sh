# expect: environment_variable python.address-none
# needs: python3
cat >clients.py <<'END'
import os

def database():
    import sqlalchemy
    sqlalchemy.create_engine(os.environ.get("DATABASE_URL"))

def empty_database():
    import sqlalchemy
    sqlalchemy.create_engine(os.environ.get("DATABASE_URL", ""))

def service():
    import requests
    requests.get(os.environ.get("SHOP_URL"))

def path():
    import requests
    requests.get(os.environ.get("SHOP_URL", "") + "/prices")

def none_path():
    import requests
    requests.get(f"{os.environ.get('SHOP_URL')}/prices")

def folder():
    os.path.join(os.environ.get("SHOP_DATA"), "prices.csv")

def opened():
    open(os.environ.get("SHOP_DATA"))

def number():
    int(os.environ.get("SHOP_PORT"))

def token():
    import jwt
    jwt.encode({"user": 1}, os.environ.get("JWT_SECRET"), algorithm="HS256")

for client in (database, empty_database, service, path, none_path, folder, opened, number, token):
    try:
        client()
    except Exception as error:
        kind = type(error)
        print(f"{kind.__module__}.{kind.__qualname__}: {error}" if kind.__module__ != "builtins" else f"{kind.__qualname__}: {error}")
raise SystemExit(1)
END
/usr/bin/python3 clients.py
