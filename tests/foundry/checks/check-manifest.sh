# expect: quality_gate checks.manifest
# needs: check-manifest
git init -q .; git config user.email a@example.org; git config user.name A
printf 'from setuptools import setup\nsetup(name="shop", version="1", py_modules=["shop"])\n' >setup.py; touch shop.py extra.txt
git add -A; git commit -qm one; check-manifest --no-build-isolation
