// Kustomizations, and files of variables that Compose asks for.

#include "story.h"

namespace regreen::story {
namespace {

const std::string service = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n";

Files entry(const Files& files, const std::string& missing) {
  return mended("kustomize.fix-entry", files,
                said("evalsymlink failure on '/w/" + missing + "' : lstat", {{"path", "/w/" + missing}}));
}

TEST(KustomizeEntry, IsTheManifestThatNobodyLists) {
  const auto list = [](const std::string& name) { return "resources:\n  - a.yaml\n  - " + name + " # the door\n"; };
  Files files = {{"base/kustomization.yaml", list("svc.yaml")},
                 {"base/a.yaml", "apiVersion: v1\nkind: ConfigMap\n"},
                 {"base/service.yaml", service},
                 {"base/values.yaml", "a: 1\n"}};
  EXPECT_EQ(entry(files, "base/svc.yaml"), (Files{{"base/kustomization.yaml", list("service.yaml")}}));
  files["base/other.yaml"] = service;
  EXPECT_TRUE(entry(files, "base/svc.yaml").empty()) << "which of the two?";
  files.erase("base/other.yaml");
  files["base/service.yaml"] = "apiVersion: apps/v1\nkind: Deployment\n";
  EXPECT_TRUE(entry(files, "base/svc.yaml").empty()) << "that is no service";
}

TEST(KustomizeEntry, IsTheFileOfThatNameElsewhere) {
  const Files files = {{"over/kustomization.yaml", "patches:\n- path: \"patch.yaml\"\n"},
                       {"over/patches/patch.yaml", service},
                       {"over/new.yaml", service}};
  EXPECT_EQ(entry(files, "over/patch.yaml"),
            (Files{{"over/kustomization.yaml", "patches:\n- path: \"patches/patch.yaml\"\n"}}));
}

TEST(KustomizeEntry, LiesBelowTheKustomization) {
  Files files = {{"over/kustomization.yaml", "patches:\n- path: patch.yaml # was patch.yaml\n"},
                 {"other/patch.yaml", service}};
  EXPECT_TRUE(entry(files, "over/patch.yaml").empty()) << "kustomize refuses what lies elsewhere";
  files["over/patches/patch.yaml"] = service;
  EXPECT_EQ(entry(files, "over/patch.yaml"),
            (Files{{"over/kustomization.yaml", "patches:\n- path: patches/patch.yaml # was patch.yaml\n"}}));
}

TEST(KustomizeEntry, IsTheFolderThatIsMeant) {
  const Files files = {{"over/kustomization.yaml", "resources:\n- ../bases\n- https://x.example/a.yaml\n"},
                       {"base/kustomization.yaml", ""}};
  EXPECT_EQ(entry(files, "bases"),
            (Files{{"over/kustomization.yaml", "resources:\n- ../base\n- https://x.example/a.yaml\n"}}));
}

TEST(KustomizeEntry, IsNotTheNeighbourOfAnotherNameOrNumber) {
  Files files = {{"over/kustomization.yaml", "resources:\n- ../region-eu2\n- worker.yaml\n- depolyment.yaml\n"},
                 {"region-eu1/kustomization.yaml", ""},
                 {"over/queue.yaml", service}};
  EXPECT_TRUE(entry(files, "region-eu2").empty());
  EXPECT_TRUE(entry(files, "over/worker.yaml").empty());
  files["over/local/worker.yaml"] = service;
  EXPECT_TRUE(entry(files, "over/worker.yaml").empty()) << "for other surroundings";
  files["over/deployment.yaml"] = "apiVersion: apps/v1\nkind: Deployment\n";
  EXPECT_FALSE(entry(files, "over/depolyment.yaml").empty());
}

TEST(KustomizeField, IsSpeltAsKustomizeKnowsIt) {
  const auto told = said("invalid Kustomization", {{"key", "resource"}});
  EXPECT_EQ(mended("kustomize.fix-entry", {{"kustomization.yaml", "resource:\n- resource:\n"}}, told),
            (Files{{"kustomization.yaml", "resources:\n- resource:\n"}}));
  EXPECT_TRUE(mended("kustomize.fix-entry", {{"kustomization.yaml", "resource: []\nresources: []\n"}}, told).empty());
  EXPECT_EQ(mended("kustomize.fix-entry", {{"kustomization.yaml", "resource: []\na: 1\nresource: []\n"}}, told),
            (Files{{"kustomization.yaml", "resources: []\na: 1\nresources: []\n"}}));
  EXPECT_EQ(mended("kustomize.fix-entry", {{"kustomization.yaml", "crd:\n- a.yaml\n"}}, said("x", {{"key", "crd"}})),
            (Files{{"kustomization.yaml", "crds:\n- a.yaml\n"}}));
}

TEST(ComposeEnvironment, IsCopiedFromTheExample) {
  const std::string call = "docker-compose -f docker-compose.yml config -q\n";
  const Files files = {{".gitignore", ".env\n"},
                       {".env.example", "A=1\n"},
                       {"README.md", "    cp .env.example .env\n"},
                       {"docker-compose.yml", "services:\n  a:\n    env_file: .env\n"},
                       {"ci/check.sh", "set -e\n" + call + call}};
  const auto gone = said("Couldn't find env file: /w/.env", {{"path", "/w/.env"}});
  EXPECT_EQ(mended("docker.copy-env-example", files, gone),
            (Files{{"ci/check.sh", "set -e\n[ -e .env ] || cp .env.example .env\n" + call + call}}));
  for (const std::string without : {".gitignore", "README.md", ".env.example", "docker-compose.yml"}) {
    auto less = files;
    less.erase(without);
    EXPECT_TRUE(mended("docker.copy-env-example", less, gone).empty()) << without;
  }
  auto deploying = files;
  deploying["ci/deploy.sh"] = deploying["ci/check.sh"];
  deploying.erase("ci/check.sh");
  EXPECT_TRUE(mended("docker.copy-env-example", deploying, gone).empty());
}

TEST(ComposeEnvironment, IsCopiedInTheFolderOfTheComposeFile) {
  const Files files = {{".gitignore", ".env\n"},
                       {"docker/.env.dist", "A=1\n"},
                       {"README.md", "    cp docker/.env.dist docker/.env\n"},
                       {"docker/compose.yaml", "services:\n  a:\n    env_file: [.env]\n"},
                       {"Makefile", "up:\n\t@docker compose -f docker/compose.yaml build\n"}};
  EXPECT_EQ(mended("docker.copy-env-example", files, said("x", {{"path", "/w/docker/.env"}})),
            (Files{{"Makefile",
                    "up:\n\t[ -e docker/.env ] || cp docker/.env.dist docker/.env\n"
                    "\t@docker compose -f docker/compose.yaml build\n"}}));
}

TEST(ComposeEnvironment, IsTheFileThatTheComposeFileNames) {
  Files files = {{".gitignore", ".env\n"},
                 {".env.example", "A=1\n"},
                 {"config/.env.example", "A=2\n"},
                 {"README.md", "    cp .env.example .env\n    cp config/.env.example config/.env\n"},
                 {"compose.yaml", "services:\n  a:\n    env_file:\n      # why\n      - path: config/.env\n"},
                 {"other/compose.yaml", "services: {}\n"},
                 {"other/Makefile", "up:\n\tdocker compose up\n"},
                 {"run.sh", "make x &&\n  docker compose up\ndocker compose down\n"}};
  const auto gone = said("x", {{"path", "/w/config/.env"}});
  EXPECT_EQ(mended("docker.copy-env-example", files, gone),
            (Files{{"run.sh",
                    "make x &&\n  docker compose up\n[ -e config/.env ] || cp config/.env.example config/.env\n"
                    "docker compose down\n"}}));
  files["Makefile"] = files["other/Makefile"];
  EXPECT_TRUE(mended("docker.copy-env-example", files, gone).empty()) << "which of the two?";
}

TEST(ComposeEnvironment, IsCopiedByScriptsOfAShellOnly) {
  const auto text = [](const std::string& first) { return first + "\ndocker compose up\n"; };
  const auto copied = [&](const std::string& first) {
    std::map<std::string, MemoryTree::File, std::less<>> files = {
        {".gitignore", {".env\n"}},
        {".env.example", {"A=1\n"}},
        {"README.md", {"cp .env.example .env\n"}},
        {"compose.yaml", {"services:\n  a:\n    env_file: [.env]\n"}},
        {"up", {text(first), true}}};
    return mended("docker.copy-env-example", MemoryTree(files), diagnosis_of({said("x", {{"path", "/w/.env"}})}));
  };
  EXPECT_EQ(copied("#!/usr/bin/env bash"),
            (Files{{"up", "#!/usr/bin/env bash\n[ -e .env ] || cp .env.example .env\ndocker compose up\n"}}));
  EXPECT_TRUE(copied("#!/usr/bin/env ruby").empty());
}

}  // namespace
}  // namespace regreen::story
