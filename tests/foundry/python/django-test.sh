# expect: configuration_error django.improperly-configured
# needs: python3
cat > run.py <<'PY'
import django.conf
print(django.conf.settings.DATABASES)
PY
python3 run.py
