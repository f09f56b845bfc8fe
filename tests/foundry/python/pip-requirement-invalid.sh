# expect: configuration_error pip.invalid-requirement
# needs: pip3
printf 'requests=2.31\n' > requirements.txt
pip3 download --no-index -r requirements.txt
printf -- '--no-such\n' > other.txt
pip3 download --no-index -r other.txt
pip3 download ./missing-folder
exit 1
