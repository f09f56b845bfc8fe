# Reports that real tools wrote, given as they are: each is recognised by its content and diagnosed.
cp -r "$here/../reports" reports
names() {
  regreen diagnose --format json "reports/$1"
  exits 0
  has .runs[0].conclusion failure
  has .runs[0].diagnoses[0].category "$2"
  [ $# -lt 3 ] || has .runs[0].diagnoses[0].locations[0].file "$3"
}
names go-test.json test_failure shop_test.go
names cargo.json compile_error src/lib.rs
names libtest.json test_failure src/lib.rs
names ctest-junit.xml test_failure road.cpp
names ctest.xml test_failure
names jest.json import_error
names vitest.json test_failure
names eslint.sarif lint
names node.tap test_failure
names perl.tap test_failure pt/a.t

# All of them as the artifacts of one run; a report that is cut off is told.
head -c 300 reports/jest.json >reports/cut.json
regreen diagnose reports
exits 0
says test_failure
