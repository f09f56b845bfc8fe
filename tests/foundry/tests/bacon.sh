# expect: test_failure tests.name-first
# needs: ruby
printf 'require "bacon"\nBacon.summary_on_exit\ndescribe "basket" do\n  it "adds" do\n    (1 + 1).should.equal 3\n  end\nend\n' >a.rb
ruby a.rb
