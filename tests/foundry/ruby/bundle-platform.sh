# expect: dependency_conflict ruby.bundle-platform
# needs: bundle
mkdir -p prices && printf 'Gem::Specification.new { |s| s.name = "prices"; s.version = "1.0"; s.summary = "p"; s.authors = ["a"]; s.files = [] }\n' >prices/prices.gemspec
printf 'gem "prices", path: "prices"\n' >Gemfile
printf 'PATH\n  remote: prices\n  specs:\n    prices (1.0)\n\nGEM\n  specs:\n\nPLATFORMS\n  arm64-darwin-23\n  x86_64-darwin-19\n\nDEPENDENCIES\n  prices!\n\nBUNDLED WITH\n   2.3.15\n' >Gemfile.lock
bundle config set --local frozen true
bundle install
