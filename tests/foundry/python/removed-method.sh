# expect: deprecation python.removed-method
# needs: python3
try() { python3 -c "$1"; }
try '{}.has_key(1)'
try 'import threading; threading.Thread().isAlive()'
try 'import xml.etree.ElementTree as tree; tree.Element("a").getchildren()'
try 'import pandas; pandas.DataFrame().ix'
