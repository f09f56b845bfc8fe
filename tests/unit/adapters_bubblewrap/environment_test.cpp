#include "adapters/bubblewrap/environment.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

struct Line {
  const char* variable;
  bool passes;
};

void PrintTo(const Line& line, std::ostream* out) { *out << line.variable; }

class EnvironmentLine : public testing::TestWithParam<Line> {};

TEST_P(EnvironmentLine, passes_or_not) {
  const auto environment = sandbox_environment({GetParam().variable}, {});
  EXPECT_EQ(environment.values.size(), GetParam().passes ? 1U : 0U);
}

constexpr Line lines[] = {
    // the tool chain's
    {"PATH=/usr/bin", true},
    {"LANG=C.UTF-8", true},
    {"LC_ALL=C", true},
    {"LC_CTYPE=C", true},
    {"TZ=UTC", true},
    {"CI=true", true},
    {"PIP_NO_INDEX=1", true},
    {"PIP_FIND_LINKS=file:///srv/wheels", true},
    {"PYTHONPATH=/x", true},
    {"PYTHONDONTWRITEBYTECODE=1", true},
    {"npm_config_cache=/x", true},
    {"NPM_CONFIG_OFFLINE=true", true},
    {"NODE_OPTIONS=--max-old-space-size=4096", true},
    {"GOFLAGS=-mod=mod", true},
    {"GOPROXY=https://proxy.example.com,direct", true},
    {"CARGO_HOME=/x", true},
    {"RUSTUP_TOOLCHAIN=", true},  // an empty value is a value
    {"JAVA_HOME=/usr/lib/jvm/x", true},
    {"CC=clang", true},
    {"CXX=clang++", true},
    {"CFLAGS=-O2", true},
    {"LDFLAGS=-L/x", true},
    {"MAKEFLAGS=-j2", true},
    {"CCACHE_DIR=/x", true},
    // nobody asked for
    {"HOME=/home/ada", false},
    {"USER=ada", false},
    {"SSH_AUTH_SOCK=/x", false},
    {"DOCKER_HOST=unix:///x", false},
    {"LD_PRELOAD=/x.so", false},
    {"BASH_ENV=/x", false},
    {"GIT_DIR=/x", false},
    {"CCC=1", false},
    {"MAKEFLAGS= --jobserver-auth=3,4 -j2", false},
    // on the list, but secrets
    {"PIP_TOKEN=x", false},
    {"NODE_AUTH_TOKEN=x", false},
    {"CARGO_REGISTRIES_MINE_TOKEN=x", false},
    {"CARGO_REGISTRY_SECRET=x", false},
    {"PIP_PASSWORD=x", false},
    {"npm_config__auth=x", false},
    {"npm_config_//registry.example.com/:_authToken=x", false},
    {"npm_config_key=x", false},
    {"PIP_KEYRING_PROVIDER=x", false},
    {"GOOGLE_APPLICATION_CREDENTIALS=/x", false},
    {"PIP_INDEX_URL=https://ada:pw@pypi.example.com/simple", false},
    {"PIP_EXTRA_INDEX_URL=https://a.example.com/ https://token@b.example.com/simple", false},
    {"GOPROXY=https://ada@proxy.example.com", false},
    {"npm_config_proxy=http://u:p@proxy:3128", false},
    // no secrets
    {"npm_config_registry=https://registry.example.com/@scope/", true},
    {"PIP_INDEX_URL=https://pypi.example.com/simple", true},
    // not variables
    {"=x", false},
    {"PATH", false},
};

INSTANTIATE_TEST_SUITE_P(Table, EnvironmentLine, testing::ValuesIn(lines));

TEST(Environment, lets_in_what_is_asked_for_by_name) {
  const auto environment = sandbox_environment({"DATABASE_URL=sqlite://x", "OTHER=1"}, {"DATABASE_URL"});
  EXPECT_EQ(environment.values, (std::map<std::string, std::string>{{"DATABASE_URL", "sqlite://x"}}));
  EXPECT_TRUE(environment.refused.empty());
}

TEST(Environment, refuses_secrets_even_when_asked_for_and_says_so) {
  const auto environment =
      sandbox_environment({"DEPLOY_TOKEN=x", "DATABASE_URL=postgres://u:p@host/db"}, {"DEPLOY_TOKEN", "DATABASE_URL"});
  EXPECT_TRUE(environment.values.empty());
  EXPECT_EQ(environment.refused, (std::vector<std::string>{"DEPLOY_TOKEN", "DATABASE_URL"}));
}

}  // namespace
}  // namespace regreen
