# expect: configuration_error django.improperly-configured
# needs: python3
/usr/bin/python3 -c 'import django; django.setup(); from django.conf import settings; settings.DEBUG'
mkdir s; echo 'SECRET_KEY = ""' >s/settings.py; DJANGO_SETTINGS_MODULE=s.settings /usr/bin/python3 -c 'import django; django.setup(); from django.conf import settings; settings.SECRET_KEY'
