#include "adapters/bubblewrap/view.h"

#include "support/scratch.h"

#include <gtest/gtest.h>

namespace regreen {
namespace {

using How = View::How;
using Names = std::vector<std::string>;

class Views : public testing::Test {
 protected:
  std::vector<View> choose(const std::map<std::string, std::string>& variables) const {
    return choose_views(variables, {home, "/home/regreen", folder / "repo"});
  }
  View view(const std::string& path, How how = How::read_only) const { return {path, path, how}; }
  std::string make(const std::string& name) const {
    std::filesystem::create_directories(folder / name);
    return folder / name;
  }
  std::string make_file(const std::string& name, const std::string& text = "") const {
    write_text(folder / name, text);
    return folder / name;
  }

  ScratchFolder folder;
  std::string home = make("home");
  std::string repository = make("repo");
};

TEST_F(Views, show_the_installation_that_a_bin_folder_belongs_to) {
  const auto bin = make("node/bin");
  EXPECT_EQ(choose({{"PATH", bin + ":/usr/bin:relative:/nowhere"}}), (std::vector<View>{view(folder / "node")}));
}

TEST_F(Views, show_a_folder_of_another_name_alone) {
  EXPECT_EQ(choose({{"PATH", make("tools/scripts")}}), (std::vector<View>{view(folder / "tools/scripts")}));
}

TEST_F(Views, never_show_a_whole_home_folder) {
  make("home/.local/share/keyrings");
  make("home/.local/lib");
  make("home/bin");
  const auto views = choose({{"PATH", home + "/bin:" + home + "/.local/bin:" + make("home/.local/bin")},
                             {"GOPATH", home},
                             {"PYTHONPATH", "/:/home:/etc:/tmp:" + folder.path()}});
  EXPECT_FALSE(views.empty());
  for (const auto& seen : views) {
    EXPECT_NE(seen.path, home);
    EXPECT_NE(seen.path, home + "/.local");
    EXPECT_NE(seen.path, folder.path());
    EXPECT_FALSE(seen.path.find("keyrings") != std::string::npos);
  }
}

TEST_F(Views, follow_links_on_the_path_to_their_installations) {
  const auto bin = make("home/.local/bin");
  make_file("home/.local/pipx/black/bin/black");
  std::filesystem::create_symlink("../pipx/black/bin/black", bin + "/black");
  EXPECT_EQ(choose({{"PATH", bin}}), (std::vector<View>{view(bin), view(home + "/.local/pipx/black")}));
}

TEST_F(Views, show_paths_of_variables_read_only_and_caches_as_written) {
  const auto wheels = make("wheels");
  const auto proxy = make("proxy");
  const auto cache = make("cache");
  EXPECT_EQ(choose({{"PIP_FIND_LINKS", wheels}, {"GOPROXY", "file://" + proxy + ",off"}, {"GOMODCACHE", cache}}),
            (std::vector<View>{view(cache, How::written), view(proxy), view(wheels)}));
}

TEST_F(Views, make_a_place_for_a_cache_that_is_not_there_yet) {
  EXPECT_EQ(choose({{"GOCACHE", folder / "new"}}), (std::vector<View>{{folder / "new", "", How::written}}));
}

TEST_F(Views, are_not_repeated_for_what_lies_in_them) {
  const auto root = make("sdk");
  const auto cache = make("sdk/cache");
  make("sdk/share");
  EXPECT_EQ(choose({{"PYTHONPATH", root + ":" + root + "/share"}, {"GOCACHE", cache}}),
            (std::vector<View>{view(root), view(cache, How::written)}));
}

TEST_F(Views, show_both_ends_of_a_link) {
  const auto real = make("real");
  std::filesystem::create_directory_symlink(real, folder / "link");
  EXPECT_EQ(choose({{"PYTHONPATH", folder / "link"}}),
            (std::vector<View>{{folder / "link", real, How::read_only}, view(real)}));
}

TEST_F(Views, hide_credentials_in_what_they_show) {
  const auto cargo = make("cargo");
  make_file("cargo/credentials.toml", "token");
  make_file("cargo/config.toml");
  EXPECT_EQ(choose({{"CARGO_HOME", cargo}}),
            (std::vector<View>{view(cargo, How::written), view(cargo + "/credentials.toml", How::hidden)}));
}

TEST_F(Views, never_show_files_with_credentials) {
  make_file("home/.npmrc", "x");
  make_file("home/.ssh/id", "x");
  make_file("pip.conf", "[global]\nindex-url = https://ada:pw@example.com/simple\n");
  make_file("npmrc", "//registry.example.com/:_authToken=x\n");
  EXPECT_EQ(choose({{"npm_config_userconfig", home + "/.npmrc"},
                    {"PYTHONPATH", home + "/.ssh"},
                    {"PIP_CONFIG_FILE", folder / "pip.conf"},
                    {"npm_config_globalconfig", folder / "npmrc"}}),
            std::vector<View>{});
}

TEST_F(Views, never_show_state_of_the_machine) {
  EXPECT_EQ(choose({{"PYTHONPATH", "/proc/self:/sys/kernel:/dev/null:/run:/etc/shadow"}}), std::vector<View>{});
}

TEST_F(Views, leave_the_repository_to_itself) {
  make("repo/tools/bin");
  EXPECT_EQ(choose({{"PATH", repository + "/tools/bin"}, {"GOCACHE", repository + "/.cache"}}), std::vector<View>{});
}

TEST_F(Views, show_usual_caches_of_the_home_folder_in_the_fresh_one) {
  make("home/.cache/pip");
  make("home/.cargo/registry");
  make_file("home/.cargo/credentials", "x");
  EXPECT_EQ(choose({}),
            (std::vector<View>{{"/home/regreen/.cache/pip", home + "/.cache/pip", How::written},
                               {"/home/regreen/.cargo/registry", home + "/.cargo/registry", How::written}}));
}

TEST(PathsIn, finds_what_could_be_a_path) {
  EXPECT_EQ(paths_in("/a/b"), (Names{"/a/b", "/a/b"}));
  EXPECT_EQ(paths_in("/with space/x"), (Names{"/with space/x", "/with"}));
  EXPECT_EQ(paths_in("-I/a -L/b -Wl,-rpath,/c"), (Names{"/a", "/b", "/c"}));
  EXPECT_EQ(paths_in("-modfile=/a/go.mod"), (Names{"/a/go.mod"}));
  EXPECT_EQ(paths_in("file:///a,file:///b|direct"), (Names{"/a", "/b|direct"}));
  EXPECT_EQ(paths_in("https://example.com/a,https://b/c"), Names{});
  EXPECT_EQ(paths_in("relative/path ./x"), Names{});
  EXPECT_EQ(paths_in(""), Names{});
}

}  // namespace
}  // namespace regreen
