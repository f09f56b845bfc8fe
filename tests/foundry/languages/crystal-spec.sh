# expect: test_failure crystal.spec
# needs: crystal
mkdir spec; printf 'require "spec"\ndescribe "basket" do\n  it "adds" do\n    (1 + 1).should eq 3\n  end\n  it "keeps errors" do\n    1.should eq 1\n  end\nend\n' >spec/basket_spec.cr
crystal spec --no-color
