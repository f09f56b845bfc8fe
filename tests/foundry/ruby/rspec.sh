# expect: test_failure ruby.rspec-failed
# needs: rspec
mkdir spec
cat > spec/cart_spec.rb <<'RB'
RSpec.describe "Cart" do
  it "sums prices" do
    expect([1, 1].sum).to eq 3
  end
  it "has a name" do
    expect { nil.name }.not_to raise_error
  end
  it "reads the file" do
    File.read("none")
  end
end
RB
rspec
