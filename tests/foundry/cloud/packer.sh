# expect: configuration_error cloud.packer
# needs: packer
echo '{"builders": [{"type": "nothing"}]}' >image.json
packer validate image.json
printf 'source "null" "a" {\n  communicator = none\n}\nbuild {\n  sources = ["null.b"]\n}\n' >image.pkr.hcl
packer validate image.pkr.hcl
