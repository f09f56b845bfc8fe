# expect: success
# needs: python3
printf 'import logging, urllib.request, unittest\nlogging.basicConfig()\nlog = logging.getLogger("fetch")\ndef fetch(url):\n    try:\n        return urllib.request.urlopen(url, timeout=1).read()\n    except OSError as error:\n        log.exception("fetch failed")\n        return None\nclass FetchTest(unittest.TestCase):\n    def test_connection_refused_is_none(self):\n        self.assertIsNone(fetch("http://127.0.0.1:9/"))\n    def test_unknown_host_is_none(self):\n        self.assertIsNone(fetch("http://nothing.invalid/"))\n' >test_fetch.py
python3 -m unittest -v test_fetch
