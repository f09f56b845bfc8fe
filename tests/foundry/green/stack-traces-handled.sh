# expect: success
# needs: java javac node ruby
# Programs that print a stack trace of what they handled, and go on.
printf 'public class A { public static void main(String[] a) { try { Object o = "x"; Integer i = (Integer) o; } catch (ClassCastException e) { new RuntimeException("job failed, will retry", e).printStackTrace(); } System.out.println("done: 1 retried, 0 failed"); } }\n' > A.java
javac A.java && java A
node -e 'process.on("unhandledRejection", e => console.error("handled", e.stack.split("\n")[0])); Promise.reject(new TypeError("Cannot read properties of null")); process.emitWarning("old API fails", "DeprecationWarning", "DEP0001")'
ruby -e 'begin; nil.size; rescue NoMethodError => e; warn e.full_message(highlight: false); end; puts "1 runs, 1 assertions, 0 failures, 0 errors, 0 skips"'
perl -e 'eval { die "fatal: out of cheese" }; warn "recovered: $@"; print "ok\n"'
printf 'def test_recovers():\n    assert True\n' > test_r.py; python3 -m pytest -q test_r.py
