# expect: lint ruby.puppet-lint
# needs: puppet-lint
printf 'class web {\n  file { "/etc/motd":\n    mode => "0644",\n    ensure => present\n  }\n}\n' > init.pp
puppet-lint --fail-on-warnings init.pp
