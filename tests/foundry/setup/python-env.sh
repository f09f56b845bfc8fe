# expect: environment_variable python.environ-key
# needs: python3
printf 'import os\nREGION = os.environ["SHOP_REGION"]\n' >shop.py
python3 shop.py
