# expect: deprecation ruby.yaml-alias
# needs: ruby
printf 'base: &base\n  port: 80\nweb:\n  <<: *base\n' > config.yml
printf 'require "yaml"\nputs YAML.load(File.read("config.yml"))\n' > load.rb
printf 'require "minitest/autorun"\nrequire "yaml"\nclass TestLoad < Minitest::Test\n  def test_load = YAML.load(File.read("config.yml"))\nend\n' > test_load.rb
ruby load.rb
ruby test_load.rb
