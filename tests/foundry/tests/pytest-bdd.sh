# expect: test_failure pytest.failed
# needs: python3
printf 'Feature: basket\n  Scenario: adds\n    Given a basket\n    Then the total is 3\n' >a.feature
printf 'from pytest_bdd import scenarios, given\nscenarios("a.feature")\n@given("a basket")\ndef a(): pass\n' >test_a.py
python3 -m pytest -q -p no:cacheprovider test_a.py
