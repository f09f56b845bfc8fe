#!/bin/bash
# Installs what the recordings need (Debian 12, as root). One block per family; a case whose tools are missing is left as it is.
set -eu
install() { apt-get install -y --no-install-recommends "$@"; }

# green: builds and test runs that pass
install apt-utils autoconf automake cmake curl doxygen g++ git isort black flake8 mypy make meson ninja-build openjdk-17-jdk-headless \
  bats cppcheck gradle python3-pytest python3-pytest-cov python3-pytest-xdist python3-sphinx rsync shellcheck tox valgrind wget yamllint
# ruby, php and the other languages
install bundler cucumber puppet-lint rake rubocop ruby ruby-minitest ruby-rspec ruby-simplecov ruby-test-unit
install composer php-cli php-codesniffer php-mbstring php-xml phpunit
install cabal-install elixir emacs-nox erlang-common-test erlang-dialyzer erlang-eunit erlang-nox ghc gnat hlint libperl-critic-perl lua-busted lua-check \
  lua5.4 luarocks mono-mcs ocaml-dune ocaml-findlib ocaml-nox pandoc r-base-core r-cran-testthat rebar3 texlive-latex-base tidy vim vim-vader
# c_cpp, go, rust, java
install autoconf automake binutils catch2 clang clang-format clang-tidy cmake cppcheck doctest-dev g++ libboost-test-dev libcppunit-dev \
  libgmock-dev libgtest-dev libtool lld make meson ninja-build pkg-config valgrind zlib1g-dev
install go-staticcheck golang-ginkgo-dev golang-github-stretchr-testify-dev golang-go golang-golang-x-tools golang-gomega-dev gotestsum
install cargo rust-clippy rustc rustfmt    # cargo-new: a script on FOUNDRY_PATH that runs the cargo of rustup's stable toolchain
install ant ant-optional checkstyle findbugs gradle groovy junit4 junit5 kotlin leiningen libhamcrest-java libmaven-clean-plugin-java \
  libmaven-compiler-plugin-java libmaven-enforcer-plugin-java libmaven-install-plugin-java libmaven-jar-plugin-java \
  libmaven-javadoc-plugin-java libmaven-resources-plugin-java libsurefire-java maven openjdk-17-jdk-headless scala testng
# javascript, git, shell, docker, workflow; the npm half makes /tmp/tools/node, whose bin folders go on FOUNDRY_PATH
install chromium chromium-driver ruby-sass sassc
install buildah busybox-static git-lfs hugo linkchecker podman python3-yaml ruby shellcheck skopeo bats shunit2 tidy zsh
bash "$(dirname "$0")/tools-node.sh" /tmp/tools/node
bash "$(dirname "$0")/tools-managers.sh" /tmp/tools/managers    # its bin folder goes on FOUNDRY_PATH
bash "$(dirname "$0")/tools-frameworks.sh" /tmp/tools/frameworks
# python, network, system; the npm half is pyright, its bin folder goes on FOUNDRY_PATH
install bandit black codespell curl dash flake8 gcc iproute2 isort mypy nox pipenv pre-commit pydocstyle pyflakes3 pylint python3-build \
  python3-coverage python3-cryptography python3-django python3-numpy python3-jwt python3-pandas python3-pip python3-poetry python3-pytest \
  python3-pytest-asyncio python3-pytest-cov python3-pytest-timeout python3-pytest-xdist python3-requests python3-sphinx python3-sqlalchemy python3-venv tox \
  twine unzip wget yamllint
npm install --no-audit --no-fund --prefix /tmp/tools/python pyright
# languages, checks; the npm half makes /tmp/tools/more, whose node_modules/.bin goes on FOUNDRY_PATH
install ansible-core ansible-lint appstream asciidoctor check-manifest chicken-bin chktex crystal diff-cover dub elm-compiler fish flawfinder fp-compiler gcovr \
  gettext gfortran ghdl gnat gnucobol gprbuild guile-3.0 haxe iverilog jekyll jq ldc libxml2-utils lintian mkdocs nasm nim octave phpcpd phpmd \
  protobuf-compiler pycodestyle python3-doc8 r-cran-lintr racket reuse rstcheck ruby-mdl sbcl scons shfmt smlnj swi-prolog swig tcl valac verilator \
  vulture yard abigail-tools bison cython3 nix-bin
mkdir -p /tmp/tools/more
npm install --no-audit --no-fund --ignore-scripts --legacy-peer-deps --prefix /tmp/tools/more @cucumber/cucumber @ls-lint/ls-lint @redocly/cli \
  @secretlint/secretlint-rule-preset-recommend @stoplight/spectral-cli @taplo/cli ajv-cli alex depcheck dependency-cruiser dockerfilelint flow-bin \
  html-validate jsonlint knip license-checker lint-staged madge npm-package-json-lint oxlint parcel publint qunit remark-cli \
  remark-preset-lint-recommended rescript secretlint svelte svelte-check syncpack ts-prune tsd typedoc typescript@5 uvu bun deno lerna nx turbo
# tests
install check dejagnu elpa-buttercup elpa-package-lint libalcotest-ocaml-dev libcmocka-dev libcriterion-dev libcunit1-dev libghc-hspec-dev \
  libghc-hunit-dev libghc-quickcheck2-dev libounit-ocaml-dev libtest-class-perl llvm-14-tools mono-xbuild nunit-console python3-behave python3-cram \
  python3-hypothesis python3-nose2 python3-pytest-bdd python3-testtools qtbase5-dev r-cran-runit r-cran-tinytest ruby-bacon texlive-binaries
# cloud, services, packages, http, setup, contracts; the npm half makes /tmp/tools/cloud, whose bin folders go on FOUNDRY_PATH
install alembic ansible awscli chromium-driver cpanminus default-mysql-client dnf docker-compose gh golang-go gpg libwww-perl mercurial mono-runtime \
  nox opam packer php-cli postgresql protobuf-compiler python3-aiohttp python3-boto3 python3-elasticsearch python3-grpcio python3-httpx \
  python3-jsonschema python3-kafka python3-pika python3-psycopg2 python3-pydantic python3-pymongo python3-pymysql python3-redis python3-selenium \
  python3-sqlalchemy redis-tools rpm sqitch sqlite3 subversion xvfb
bash "$(dirname "$0")/tools-cloud.sh" /tmp/tools/cloud
# lint; the npm half makes /tmp/tools/lint, of which only the links in bin go on FOUNDRY_PATH
install cpplint hlint pylint shellcheck
mkdir -p /tmp/tools/lint/bin
npm install --no-audit --no-fund --ignore-scripts --legacy-peer-deps --prefix /tmp/tools/lint awesome-lint csslint eslint@5 jscs lintspaces-cli sass-lint \
  stylelint@13 textlint textlint-rule-no-todo tslint@5 typescript@3 write-good
for tool in awesome-lint csslint jscs lintspaces sass-lint textlint write-good eslint:eslint5 stylelint:stylelint13 tslint:tslint5; do
  ln -sf "../node_modules/.bin/${tool%:*}" "/tmp/tools/lint/bin/${tool#*:}"
done
# builders: packages, installers, hardware descriptions, notebooks
install cabal-install clang debhelper dafny dnf generate-ninja ghc jupyter-nbconvert libcpputest-dev libunittest++-dev lld make makepkg mercurial \
  nsis pacman-package-manager python3-ipykernel rpm rustc sudo yosys zip
# a Docker daemon, sites, crates of Debian, clusters; the npm half makes /tmp/tools/debian, whose bin folder goes on FOUNDRY_PATH
bash "$(dirname "$0")/tools-debian.sh" /tmp/tools/debian
