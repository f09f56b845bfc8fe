# expect: success
# needs: python3 unzip
echo failed >failed.txt && python3 -m zipfile -c errors.zip failed.txt && unzip -l errors.zip && unzip -t errors.zip && unzip -o errors.zip
