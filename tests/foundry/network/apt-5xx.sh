# expect: infrastructure network.apt-mirror
# needs: apt-get python3 unshare ip
. "$FOUNDRY/faulty.sh"
update() {
  mkdir -p lists/partial cache/archives/partial
  echo "deb [trusted=yes] $1 stable main" > sources.list
  apt-get -o Dir::Etc::SourceList=$PWD/sources.list -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists=$PWD/lists \
    -o Dir::Cache=$PWD/cache -o Acquire::Retries=0 -o Acquire::http::Timeout=1 -o APT::Sandbox::User=root -o Acquire::http::Proxy=DIRECT "${@:2}"
}
update $base/503/debian update -o APT::Update::Error-Mode=any
update $base/404/debian update
