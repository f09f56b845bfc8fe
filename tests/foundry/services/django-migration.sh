# expect: infrastructure services.database-object
# needs: python3
mkdir -p shop/migrations && touch shop/__init__.py shop/migrations/__init__.py
printf 'from django.db import models\nclass Basket(models.Model):\n    name = models.CharField(max_length=9)\n' >shop/models.py
printf 'SECRET_KEY = "a"\nINSTALLED_APPS = ["shop"]\nDATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db"}}\nDEFAULT_AUTO_FIELD = "django.db.models.AutoField"\n' >settings.py
export DJANGO_SETTINGS_MODULE=settings PYTHONPATH=.
/usr/bin/python3 -m django makemigrations --check --dry-run
/usr/bin/python3 -m django makemigrations >/dev/null
/usr/bin/python3 -m django migrate --check
/usr/bin/python3 -c 'import django; django.setup(); from shop.models import Basket; print(list(Basket.objects.all()))' 2>&1 | tail -1
exit 1
