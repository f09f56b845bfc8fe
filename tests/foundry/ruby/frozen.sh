# expect: test_failure ruby.minitest-failure
# needs: ruby
printf '# frozen_string_literal: true\n\nrequire "minitest/autorun"\n\nclass TestPage < Minitest::Test\n  def test_page\n    text = ""\n    text << "a"\n  end\nend\n' >page.rb
ruby page.rb
