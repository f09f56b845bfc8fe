# expect: configuration_error django.improperly-configured
# needs: python3
mkdir shop && touch shop/__init__.py && echo 'INSTALLED_APPS = []' > shop/settings.py
DJANGO_SETTINGS_MODULE=shop.settings PYTHONPATH=. python3 -m django check --deploy
DJANGO_SETTINGS_MODULE=shop.settings PYTHONPATH=. python3 -c 'import django.conf; django.conf.settings.SECRET_KEY'
