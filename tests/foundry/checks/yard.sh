# expect: quality_gate checks.undocumented
# needs: yard
mkdir lib; printf 'class Basket\n  def total; end\nend\n' >lib/basket.rb
yard stats --list-undoc lib/basket.rb; yard stats lib/basket.rb | grep -q '100.00% documented'
