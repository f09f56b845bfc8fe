# expect: configuration_error pip.invalid-requirement
# needs: pip3
printf 'attrs\n<<<<<<< HEAD\ntabulate\n=======\nxmltodict\n>>>>>>> feature/xml-import\n' > requirements.txt
pip3 download --no-index -r requirements.txt
