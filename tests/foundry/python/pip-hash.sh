# expect: dependency_conflict pip.hash-mismatch
# needs: pip3 python3
python3 "$FOUNDRY/python/wheels.py" shop 1.0
echo "shop==1.0 --hash=sha256:$(printf '0%.0s' $(seq 64))" > requirements.txt
pip3 download --no-index --find-links wheels -r requirements.txt
echo "shop==1.0" > unpinned.txt
pip3 download --no-index --require-hashes --find-links wheels -r unpinned.txt
