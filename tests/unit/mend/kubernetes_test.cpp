// Manifests of versions that a cluster no longer serves, and whose parts say different things.

#include "story.h"

namespace regreen::story {
namespace {

Files served(const Files& files, const std::string& kind, const std::string& version, const std::string& from = "") {
  return mended("kubernetes.use-served-version", files,
                said("error: resource mapping not found for name: \"x\" namespace: \"\" from \"" + from +
                         "\": no matches for kind \"" + kind + "\" in version \"" + version + "\"",
                     {{"symbol", kind}, {"version", version}}));
}

TEST(ServedVersion, OfAllSuchKindsInTheFile) {
  const auto text = [](const std::string& version) {
    return "# nightly\napiVersion: " + version +
           "\nkind: CronJob\nmetadata:\n  name: a\n---\nkind: CronJob\nmetadata: {name: b}\n" + "apiVersion: \"" +
           version + "\"  # old\n---\napiVersion: batch/v1beta1\nkind: Other\nmetadata: {}\n";
  };
  EXPECT_EQ(served({{"deploy/jobs.yaml", text("batch/v1beta1")}}, "CronJob", "batch/v1beta1", "deploy/jobs.yaml")
                .at("deploy/jobs.yaml"),
            text("batch/v1"));
}

TEST(ServedVersion, InListsAndWhereTheLogNamesNoFile) {
  const auto list = [](const std::string& version) {
    return "kind: List\nitems:\n  - apiVersion: " + version +
           "\n    kind: Role\n    metadata:\n      name: a\n  - kind: Role\n    apiVersion: " + version +
           "\n    metadata:\n      name: b\n";
  };
  const auto after = served({{"chart/templates/role.yml", list("rbac.authorization.k8s.io/v1beta1")}}, "Role",
                            "rbac.authorization.k8s.io/v1beta1");
  EXPECT_EQ(after.at("chart/templates/role.yml"), list("rbac.authorization.k8s.io/v1"));
}

TEST(ServedVersion, WhereOneChartOrFolderIsMeant) {
  const std::string old = "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: a}\n";
  const auto changed = [&](Files files) { return served(files, "CronJob", "batch/v1beta1").size(); };
  EXPECT_EQ(changed({{"deploy/a.yaml", old}, {"deploy/b.yaml", old}}), 2);
  EXPECT_EQ(changed({{"deploy/a.yaml", old}, {"tests/data/b.yaml", old}, {"vendor/c.yaml", old}}), 1);
  EXPECT_EQ(changed({{"one/a.yaml", old}, {"two/a.yaml", old}}), 0);
  EXPECT_EQ(changed({{"c/Chart.yaml", ""}, {"c/templates/a.yaml", old}, {"c/templates/jobs/b.yaml", old}}), 2);
}

TEST(ServedVersion, OnlyWhereTheNewOneMeansTheSame) {
  const std::string deployment = "apiVersion: apps/v1beta1\nkind: Deployment\nmetadata: {name: a}\nspec:\n";
  const auto after = [&](const std::string& rest) {
    return served({{"a.yaml", deployment + rest}}, "Deployment", "apps/v1beta1", "a.yaml");
  };
  EXPECT_FALSE(after("  selector:\n    matchLabels: {app: a}\n").empty());
  EXPECT_FALSE(after("  selector: {matchLabels: {app: a}}\n").empty());
  EXPECT_TRUE(after("  replicas: 2\n").empty());
  EXPECT_FALSE(after("  replicas: 2\n  # labels\n  selector:\n\n    # of pods\n    matchLabels: {app: a}\n").empty());
  EXPECT_TRUE(after("  volumeClaimTemplates:\n  - spec:\n      selector:\n        matchLabels: {a: b}\n").empty());
  EXPECT_TRUE(after("  template:\n    selector: {matchLabels: {app: a}}\n").empty());
  EXPECT_TRUE(after("  rollbackTo:\n    revision: 1\n  selector: {matchLabels: {app: a}}\n").empty());
  const std::string scaled = "spec:\n  scaleTargetRef:\n    apiVersion: apps/v1beta1\n    kind: Deployment\n";
  EXPECT_TRUE(served({{"a.yaml", scaled}}, "Deployment", "apps/v1beta1", "a.yaml").empty());
}

TEST(ServedVersion, LeavesChoicesOfTemplatesAndOtherKinds) {
  const std::string choice =
      "{{- if .New }}\napiVersion: batch/v1\n{{- else }}\napiVersion: batch/v1beta1\n{{- end }}\nkind: "
      "CronJob\nmetadata: {name: a}\n";
  EXPECT_TRUE(served({{"a.yaml", choice}}, "CronJob", "batch/v1beta1").empty());
  const std::string ingress = "apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: a}\n";
  EXPECT_TRUE(served({{"a.yaml", ingress}}, "Ingress", "extensions/v1beta1").empty());
  EXPECT_TRUE(
      served({{"a.yaml", "apiVersion: batch/v1\nkind: CronJob\nmetadata: {}\n"}}, "CronJob", "batch/v1").empty());
}

Files matched(const Files& files, const std::string& symbol = "Deployment \"web\"") {
  return mended(
      "kubernetes.match-selector", files,
      said("The " + symbol + " is invalid: spec.template.metadata.labels: `selector` does not match template `labels`",
           {{"symbol", symbol}}));
}

std::string deployment(const std::string& selected, const std::string& of_pods) {
  return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      "
         "app: " +
         selected + "  # kept\n      tier: front\n  template:\n    metadata:\n      labels: {app: " + of_pods +
         ", tier: front}\n";
}

std::string service(const std::string& app) {
  return "kind: Service\nmetadata:\n  name: any\nspec:\n  selector:\n    app: " + app + "\n";
}

TEST(PodSelector, ALabelWithoutAValueIsNone) {
  const auto empty = [](const std::string& app) {
    return "kind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels: {app: " + app +
           "}\n  template:\n    metadata:\n      labels: {app: , tier: x}\n";
  };
  EXPECT_TRUE(matched({{"a.yaml", empty("web")}}).empty());
}

TEST(PodSelector, FollowsWhatTheServicesSelect) {
  EXPECT_EQ(matched({{"a.yaml", deployment("old", "new")}, {"b.yaml", service("new")}}).at("a.yaml"),
            deployment("new", "new"));
  EXPECT_EQ(matched({{"a.yaml", deployment("right", "wrong")}, {"b.yaml", service("right")}}).at("a.yaml"),
            deployment("right", "right"));
  EXPECT_EQ(matched({{"a.yaml", service("new") + "---\n" + deployment("old", "new")}}, "Deployment.apps \"web\"")
                .at("a.yaml"),
            service("new") + "---\n" + deployment("new", "new"));
}

TEST(PodSelector, FollowsTheNameWhereNoServiceTells) {
  EXPECT_EQ(matched({{"a.yaml", deployment("old", "web")}}).at("a.yaml"), deployment("web", "web"));
  EXPECT_EQ(matched({{"a.yaml", deployment("web", "old")}, {"b.yaml", service("other")}}).at("a.yaml"),
            deployment("web", "web"));
}

TEST(PodSelector, NothingInDoubt) {
  EXPECT_TRUE(matched({{"a.yaml", deployment("old", "new")}}).empty());
  EXPECT_TRUE(
      matched({{"a.yaml", deployment("old", "new")}, {"b.yaml", service("new")}, {"c.yaml", service("old")}}).empty());
  EXPECT_TRUE(matched({{"a.yaml", deployment("old", "web")}, {"b/a.yaml", deployment("older", "web")}}).empty());
  EXPECT_TRUE(matched({{"a.yaml", deployment("old", "{{ .app }}")}, {"b.yaml", service("new")}}).empty());
}

}  // namespace
}  // namespace regreen::story
