# expect: dependency_conflict ruby.gem-conflict
# needs: gem ruby
export GEM_HOME=$HOME/gems
for v in 1.0 2.0; do printf 'Gem::Specification.new { |s| s.name = "money"; s.version = "%s"; s.summary = "m"; s.authors = ["ci"]; s.files = [] }\n' $v > money.gemspec; gem build -q money.gemspec 2>/dev/null; gem install -q --no-document --local ./money-$v.gem; done
printf 'Gem::Specification.new { |s| s.name = "shop"; s.version = "1.0"; s.summary = "s"; s.authors = ["ci"]; s.files = []; s.add_dependency "money", "~> 1.0" }\n' > shop.gemspec
gem build -q shop.gemspec 2>/dev/null; gem install -q --no-document --local ./shop-1.0.gem
ruby -e 'gem "money", "2.0"; gem "shop"'
