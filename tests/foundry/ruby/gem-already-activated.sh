# expect: dependency_conflict ruby.gem-already-activated
# needs: gem ruby bundle
export GEM_HOME=$HOME/gems
for v in 1.0 2.0; do printf 'Gem::Specification.new { |s| s.name = "money"; s.version = "%s"; s.summary = "m"; s.authors = ["ci"]; s.files = [] }\n' $v > money.gemspec; gem build -q money.gemspec 2>/dev/null; gem install -q --no-document --local ./money-$v.gem; done
rm money.gemspec; printf 'source "http://127.0.0.1:1/"\ngem "money", "1.0"\n' > Gemfile; bundle lock --local >/dev/null 2>&1
ruby -e 'gem "money", "2.0"; require "bundler/setup"'
