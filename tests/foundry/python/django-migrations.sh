# expect: quality_gate django.migrations-missing
# needs: python3
mkdir -p shop/migrations && touch shop/__init__.py shop/migrations/__init__.py
cat > shop/models.py <<'PY'
from django.db import models
class Item(models.Model):
    name = models.TextField()
PY
cat > settings.py <<'PY'
SECRET_KEY = "x"
INSTALLED_APPS = ["shop"]
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
PY
DJANGO_SETTINGS_MODULE=settings PYTHONPATH=. python3 -m django makemigrations --check --dry-run
