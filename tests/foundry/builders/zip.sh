# expect: missing_file upload.nothing
# needs: zip
zip -r shop.zip dist
