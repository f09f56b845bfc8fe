# expect: network network.apt
# needs: apt-get python3 unshare ip
. "$FOUNDRY/faulty.sh"
update() {
  mkdir -p lists/partial cache/archives/partial
  echo "deb [trusted=yes] $1 stable main" > sources.list
  apt-get -o Dir::Etc::SourceList=$PWD/sources.list -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists=$PWD/lists \
    -o Dir::Cache=$PWD/cache -o Acquire::Retries=0 -o Acquire::http::Timeout=1 -o APT::Sandbox::User=root -o Acquire::http::Proxy=DIRECT "${@:2}"
}
update http://deb.example.org/debian update -o APT::Update::Error-Mode=any
update http://198.51.100.7:9/debian update -o APT::Update::Error-Mode=any

update $base/reset/debian update -o APT::Update::Error-Mode=any
update $base/hang/debian update -o APT::Update::Error-Mode=any

