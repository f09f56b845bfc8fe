# expect: environment_variable setup.settings-missing
# needs: python3
printf 'import pydantic\nclass Settings(pydantic.BaseSettings):\n    shop_region: str\n    shop_port: int = "x"\nSettings()\n' >shop.py
/usr/bin/python3 shop.py
