"""Writes tiny wheels into ./wheels: python3 wheels.py NAME VERSION REQUIREMENT... [-- NAME VERSION ...]; python:SPEC sets Requires-Python."""
import itertools
import os
import sys
import zipfile

os.makedirs("wheels", exist_ok=True)
for last, words in itertools.groupby(sys.argv[1:], lambda word: word == "--"):
    if last:
        continue
    name, version, *needs = words
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    lines += [f"Requires-Python: {need[7:]}" if need.startswith("python:") else f"Requires-Dist: {need}" for need in needs]
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(f"wheels/{name}-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{name}.py", "")
        wheel.writestr(f"{info}/METADATA", "\n".join(lines) + "\n")
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")
