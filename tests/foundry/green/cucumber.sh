# expect: success
# needs: cucumber
mkdir -p features/step_definitions
cat > features/errors.feature <<'F'
Feature: Failed logins
  Scenario: Error: permission denied
    Given a locked account
    When the login failed 3 times
    Then it is an error

  Scenario Outline: HTTP errors
    When the login failed <n> times
    Then it is an error
    Examples:
      | n |
      | 404 |
      | 503 |
F
printf 'Given(/^a locked account$/) {}\nWhen(/^the login failed (\\d+) times$/) { |n| @n = n.to_i }\nThen(/^it is an error$/) { raise "no" unless @n > 2 }\n' > features/step_definitions/s.rb
cucumber --no-color
