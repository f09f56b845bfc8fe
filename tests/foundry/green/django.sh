# expect: success
# needs: python3
mkdir -p shop/migrations && touch shop/__init__.py shop/migrations/__init__.py
printf 'from django.db import models\nclass Failure(models.Model):\n    message = models.CharField(max_length=99)\n' >shop/models.py
printf 'import logging\nfrom django.test import TestCase\nfrom shop.models import Failure\nlog = logging.getLogger("django.request")\nclass ErrorTest(TestCase):\n    def test_error_is_stored(self):\n        log.error("Internal Server Error: /basket")\n        log.warning("Not Found: /nothing")\n        Failure.objects.create(message="connection refused")\n        self.assertEqual(Failure.objects.count(), 1)\n    def test_page_not_found(self):\n        self.assertEqual(self.client.get("/nothing").status_code, 404)\n' >shop/tests.py
printf 'SECRET_KEY = "a"\nROOT_URLCONF = "urls"\nALLOWED_HOSTS = ["*"]\nINSTALLED_APPS = ["shop"]\nDATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "db"}}\nDEFAULT_AUTO_FIELD = "django.db.models.AutoField"\n' >settings.py
echo 'urlpatterns = []' >urls.py
export DJANGO_SETTINGS_MODULE=settings PYTHONPATH=.
/usr/bin/python3 -m django makemigrations && /usr/bin/python3 -m django migrate && /usr/bin/python3 -m django check --deploy && /usr/bin/python3 -m django test -v 2
