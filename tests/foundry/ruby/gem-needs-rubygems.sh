# expect: toolchain ruby.gem-needs-version
# needs: gem
printf 'Gem::Specification.new { |s| s.name = "prices"; s.version = "1.0"; s.summary = "p"; s.authors = ["a"]; s.files = []; s.required_rubygems_version = ">= 9.1" }\n' >prices.gemspec
gem build prices.gemspec >/dev/null 2>&1
gem install --local prices-1.0.gem
