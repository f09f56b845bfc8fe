# expect: success
# needs: python3
printf 'import warnings, logging\nlogging.basicConfig(level="DEBUG")\nwarnings.warn("redis is not installed; falling back to memory")\nlogging.warning("Error 111 connecting to redis:6379. Falling back to the local cache.")\nlogging.info("started with 0 errors")\n' >app.py
python3 app.py
