# expect: success
# needs: rspec
cat > net_spec.rb <<'RB'
require "json"
RSpec.describe "Errors" do
  it "raises Errno::ECONNREFUSED: Connection refused" do
    expect { raise Errno::ECONNREFUSED }.to raise_error(SystemCallError)
  end
  it "fails with NoMethodError: undefined method `id' for nil:NilClass" do
    expect { nil.id }.to raise_error(NoMethodError)
  end
  it "reports FAILED - 1" do
    warn "LoadError: cannot load such file -- nokogiri"
    expect(JSON.parse("[1]")).to eq [1]
  end
  xit "times out (Timeout::Error)" do
    raise "never run"
  end
  it "is flaky" do
    pending "error: expected 1, got 2"
    expect(1).to eq 2
  end
end
RB
rspec --format documentation net_spec.rb
rspec net_spec.rb
