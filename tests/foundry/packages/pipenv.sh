# expect: dependency_conflict pipenv.lock-stale
# needs: pipenv
printf '[[source]]\nurl = "http://127.0.0.1:9/simple"\nverify_ssl = false\nname = "a"\n[packages]\n' >Pipfile
printf '{"_meta": {"hash": {"sha256": "00"}, "pipfile-spec": 6, "requires": {}, "sources": []}, "default": {}, "develop": {}}' >Pipfile.lock
PIPENV_NOSPIN=1 NO_COLOR=1 pipenv install --deploy 2>&1 | tail -8
PIPENV_NOSPIN=1 NO_COLOR=1 pipenv run nothing-here
exit 1
