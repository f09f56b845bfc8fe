# expect: success
# needs: python3
cat > test_jobs.py <<'PY'
import logging, sys, traceback, unittest
logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s", datefmt="%H:%M", level=logging.INFO)
log = logging.getLogger("jobs")

class JobTest(unittest.TestCase):
    def test_failed_job_is_logged(self):
        try:
            raise KeyError("DATABASE_URL")
        except KeyError:
            traceback.print_exc()
        log.error("job 17 failed: Connection refused")

    def test_fatal_error(self):
        log.critical("fatal error: out of memory")

    def test_permission(self):
        with self.assertRaises(PermissionError):
            raise PermissionError(13, "Permission denied", "/etc/shadow")

    @unittest.expectedFailure
    def test_known_bug(self):
        self.assertEqual(1, 2)

    @unittest.skip("error: needs docker")
    def test_container(self):
        self.fail()

if __name__ == "__main__":
    unittest.main(verbosity=2)
PY
python3 test_jobs.py
