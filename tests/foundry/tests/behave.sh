# expect: test_failure tests.behave
# needs: python3
mkdir -p features/steps; printf 'Feature: basket\n  Scenario: adds\n    Given a basket\n    Then the total is 3\n' >features/a.feature
printf 'from behave import given, then\n@given("a basket")\ndef a(c): pass\n@then("the total is 3")\ndef b(c): assert 1 + 1 == 3, "total is 2"\n' >features/steps/a.py
python3 -m behave --no-color
