// Services of Compose files that the newest commit gave another name.

#include "story.h"

namespace regreen::story {
namespace {

constexpr const char* file = "docker-compose.yml";

// The files that change where `web` and `worker` wait for `redis`, which the newest commit took out of the services.
Files renamed(const std::string& old_service, const std::string& new_service, const std::string& more = "",
              const Files& others = {}) {
  const std::string users =
      "services:\n  web:\n    image: shop\n    depends_on:\n      - db\n      - redis  # jobs\n" + more +
      "  worker:\n    image: shop\n    depends_on:\n      redis:\n        condition: service_started\n";
  const std::string db = "  db:\n    image: postgres:15\n";
  Files files = others;
  files[file] = users + new_service + db;
  const LastCommit commit = {{{file, users + old_service + db}}};
  const auto one = said("service \"web\" depends on undefined service \"redis\": invalid compose project", {});
  return mended("docker.fix-compose", files, diagnosis_of({one}), commit);
}

std::string text_of(const Files& files) { return files.contains(file) ? files.at(file) : "nothing"; }

const std::string redis = "  redis:\n    image: redis:7.2\n    volumes: [\"redis-data:/data\"]\n";
const std::string cache = "  cache:\n    image: redis:7.4\n    volumes: [\"redis-data:/data\"]\n";

TEST(ComposeService, IsNamedAsItIsCalledNow) {
  const auto after = text_of(renamed(redis, cache));
  EXPECT_TRUE(contains(after, "      - db\n      - cache  # jobs\n")) << after;
  EXPECT_TRUE(contains(after, "      cache:\n        condition: service_started\n")) << after;
  EXPECT_TRUE(contains(after, cache)) << "the image and the volume keep their names";
  const std::string valkey = "  cache:\n    image: valkey/valkey:7.2\n    volumes: [\"cache-data:/data\"]\n";
  EXPECT_TRUE(contains(text_of(renamed(redis, valkey)), "      - cache  # jobs\n"));
}

TEST(ComposeService, IsFollowedByItsAddresses) {
  const std::string variables =
      "    environment:\n      URL: redis://:key@redis:6379/0\n      KIND: redis\n      REDIS_HOST: redis\n";
  const auto after =
      renamed(redis, cache, variables + "    env_file: [env/app.env]\n",
              {{"env/app.env", "# redis://redis:1\nURL=redis://redis:6379\nKIND=redis\nA=http://redis.io/\n"},
               {"env/other.env", "URL=redis://redis:6379\n"}});
  EXPECT_TRUE(contains(text_of(after), "URL: redis://:key@cache:6379/0\n      KIND: redis\n      REDIS_HOST: cache\n"));
  EXPECT_EQ(after.at("env/app.env"), "# redis://redis:1\nURL=redis://cache:6379\nKIND=redis\nA=http://redis.io/\n");
  EXPECT_FALSE(after.contains("env/other.env"));
  const std::string both = cache + "    hostname: redis\n";
  const auto named = text_of(renamed(redis + "    hostname: redis\n", both, variables));
  EXPECT_TRUE(contains(named, "- cache  # jobs")) << named;
  EXPECT_TRUE(contains(named, "REDIS_HOST: redis")) << "it answers to both";
}

TEST(ComposeService, IsFollowedInAllAddressesOfALine) {
  const std::string variables =
      "    environment:\n      URLS: redis://redis:6379/0,rediss://me@redis:6380,redis:6381/1\n"
      "      FILE: file://redis/state\n      BUCKET: s3://redis/a\n      VIRTUAL_HOST: redis\n";
  const auto after = text_of(renamed(redis, cache, variables));
  EXPECT_TRUE(contains(after, "URLS: redis://cache:6379/0,rediss://me@cache:6380,cache:6381/1\n")) << after;
  EXPECT_TRUE(contains(after, "file://redis/state\n      BUCKET: s3://redis/a\n      VIRTUAL_HOST: redis\n")) << after;
}

TEST(ComposeService, LeavesVariablesThatOthersRead) {
  const auto with = [](const Files& others) {
    Files all = others;
    all["app.env"] = "REDIS_HOST=redis\n";
    return renamed(redis, cache, "    env_file: app.env\n", all).contains("app.env");
  };
  EXPECT_TRUE(with({}));
  EXPECT_TRUE(with({{"docs/app.md", "app.env"}}));
  EXPECT_FALSE(with({{"docker-compose.prod.yml", "services:\n  web:\n    env_file: app.env\n"}}));
  EXPECT_FALSE(with({{".github/workflows/ci.yml", "run: docker run --env-file app.env shop\n"}}));
}

TEST(ComposeService, OfTheSameImageMayBeAnotherOne) {
  const std::string old_one = "  redis:\n    image: redis:5-alpine\n", new_one = "  jobs:\n    image: redis:7.2\n";
  EXPECT_TRUE(renamed(old_one, new_one).empty());
  EXPECT_TRUE(renamed(old_one + "    restart: always\n", new_one + "    restart: always\n").empty());
  EXPECT_FALSE(
      renamed(old_one + "    command: redis-server --save 60 1\n", new_one + "    command: redis-server --save 60 1\n")
          .empty());
  EXPECT_FALSE(renamed(old_one, "  jobs:\n    image: redis:5-alpine\n").empty());
}

TEST(ComposeService, ThatIsNoLongerThereIsNotAnotherOne) {
  EXPECT_TRUE(renamed(redis, "  mail:\n    image: mailhog/mailhog\n").empty());
  EXPECT_TRUE(renamed(redis, "  mail:\n    image: mailhog/mailhog\n    volumes: [\"redis-data:/data\"]\n").empty());
  EXPECT_TRUE(renamed(redis, cache + "  jobs:\n    image: redis:7\n    volumes: [\"redis-data:/data\"]\n").empty())
      << "which of the two?";
  EXPECT_TRUE(renamed("", cache).empty()) << "there was none before";
  EXPECT_TRUE(renamed(redis, "").empty());
  EXPECT_TRUE(renamed(redis, cache + "    profiles: [dev]\n").empty()) << "it is not always there";
}

}  // namespace
}  // namespace regreen::story
