# expect: dependency_conflict pipenv.lock-stale
# needs: pipenv
printf '[packages]\nrequests = "*"\n' > Pipfile
printf '{"_meta": {"hash": {"sha256": "00"}, "pipfile-spec": 6, "requires": {}, "sources": []}, "default": {}, "develop": {}}' > Pipfile.lock
pipenv verify
