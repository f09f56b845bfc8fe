#include "ports/store.h"

#include "stores.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <thread>
#include <unistd.h>

namespace regreen {
namespace {

Diagnosis diagnosis(std::string signature = "s1", std::string category = "lint") {
  Diagnosis one;
  one.category = std::move(category);
  one.signature = {std::move(signature)};
  one.rule = {"a.rule"};
  one.confidence = 0.9;
  return one;
}

Attempt attempt(std::string remedy, Verdict verdict, std::string about = "s1") {
  return {{std::move(remedy)}, {std::move(about)}, 0, {}, verdict, "detail", "", 1.5, {}};
}

Outcome patched() {
  Outcome outcome;
  outcome.decision = Decision::patched;
  return outcome;
}

// What every store promises.
template <class Kind>
class StoreContract : public testing::Test {
 protected:
  ~StoreContract() override { std::filesystem::remove_all(folder_); }

  void append(const std::string& id, int minutes, ChapterBody body) {
    const auto done = store_->append({id}, {after(minutes), std::move(body)});
    ASSERT_TRUE(done) << done.error().message;
  }

  std::filesystem::path folder_ = fresh_folder();
  std::unique_ptr<Store> store_ = Kind::open(folder_);
};

TYPED_TEST_SUITE(StoreContract, Kinds);

TYPED_TEST(StoreContract, KnowsNothingAtFirst) {
  EXPECT_EQ(this->store_->load({"c"}).value(), std::nullopt);
  EXPECT_TRUE(this->store_->recent(10).value().empty());
  EXPECT_EQ(this->store_->history({"s1"}, noon).value().seen, 0u);
}

TYPED_TEST(StoreContract, GivesChaptersBackInOrder) {
  this->append("c", 0, RunRef{"/r", "h", "l"});
  this->append("c", 1, Diagnoses{diagnosis()});
  this->append("c", 2, patched());
  const auto one = this->store_->load({"c"}).value();
  ASSERT_TRUE(one);
  ASSERT_EQ(one->chapters().size(), 3u);
  EXPECT_EQ(one->run()->repository, "/r");
  EXPECT_EQ(one->chapters()[1].at, after(1));
  EXPECT_TRUE(one->settled());
}

TYPED_TEST(StoreContract, TheNewestCaseComesFirst) {
  this->append("a", 0, RunRef{});
  this->append("b", 1, RunRef{});
  this->append("a", 2, Diagnoses{});
  EXPECT_EQ(this->store_->recent(10).value(), (std::vector<CaseId>{{"a"}, {"b"}}));
  EXPECT_EQ(this->store_->recent(1).value().size(), 1u);
}

TYPED_TEST(StoreContract, CountsFailuresAndWhatHelped) {
  this->append("a", 0, RunRef{});
  this->append("a", 0, Diagnoses{diagnosis()});
  this->append("a", 1, attempt("x", Verdict::unchanged));
  this->append("a", 2, attempt("y", Verdict::fixed));
  this->append("a", 3, attempt("z", Verdict::nothing));
  this->append("a", 4, patched());
  const auto counts = this->store_->counts().value();
  ASSERT_EQ(counts.size(), 1u);
  EXPECT_EQ(counts[0].category, "lint");
  EXPECT_EQ(counts[0].failures, 1u);
  EXPECT_EQ(counts[0].attempts, 2u);
  EXPECT_EQ(counts[0].successes, 1u);
  const auto history = this->store_->history({"s1"}, after(10)).value();
  EXPECT_EQ(history.seen, 1u);
  EXPECT_DOUBLE_EQ(history.mttr_minutes.value(), 4.0);
  EXPECT_DOUBLE_EQ(history.success_rate.value(), 0.5);
}

TYPED_TEST(StoreContract, OddsOfTheSignatureBeatThoseOfTheCategory) {
  for (const char* id : {"a", "b"}) {
    this->append(id, 0, RunRef{});
    this->append(id, 0, Diagnoses{diagnosis(id)});
    this->append(id, 1, attempt("x", *id == 'a' ? Verdict::fixed : Verdict::worse, id));
  }
  const auto known = this->store_->odds({"a"}, "lint").value();
  EXPECT_EQ(known.at({"x"}).successes, 1);
  EXPECT_EQ(known.at({"x"}).failures, 0);
  const auto by_category = this->store_->odds({"new"}, "lint").value();
  EXPECT_EQ(by_category.at({"x"}).successes, 1);
  EXPECT_EQ(by_category.at({"x"}).failures, 1);
}

TYPED_TEST(StoreContract, TellsWhatCameOfTheLastRepairs) {
  for (const char* id : {"a", "b", "c"}) {
    this->append(id, *id - 'a', RunRef{"/repo", "", id, ""});
    this->append(id, *id - 'a', Diagnoses{diagnosis(id)});
  }
  this->append("b", 4, attempt("w", Verdict::unchanged, "b"));
  this->append("b", 5, attempt("x", Verdict::fixed, "b"));
  this->append("a", 7, attempt("x", Verdict::worse, "a"));
  this->append("a", 8, attempt("y", Verdict::unchanged, "a"));
  const auto past = this->store_->past().value();
  ASSERT_EQ(past.repairs.size(), 2u) << "nothing was tried for c";
  EXPECT_EQ(past.repairs[0].signature.value, "b");
  EXPECT_TRUE(past.repairs[0].success);
  EXPECT_EQ(past.repairs[0].repository, "/repo");
  EXPECT_EQ(past.repairs[1].at, after(8));
  EXPECT_FALSE(past.repairs[1].success);
}

TYPED_TEST(StoreContract, ARepairThatIsTakenBackWasNone) {
  this->append("a", 0, RunRef{});
  this->append("a", 0, Diagnoses{diagnosis()});
  this->append("a", 1, attempt("x", Verdict::fixed));
  Outcome outcome = patched();
  this->append("a", 2, outcome);
  outcome.delivery = Delivery::taken_back;
  this->append("a", 3, outcome);
  EXPECT_FALSE(this->store_->past().value().repairs.at(0).success);
  EXPECT_EQ(this->store_->odds({"s1"}, "lint").value().at({"x"}).successes, 0);
  const auto history = this->store_->history({"s1"}, after(10)).value();
  EXPECT_EQ(history.mttr_minutes, std::nullopt);
  EXPECT_DOUBLE_EQ(history.success_rate.value(), 0);
}

TYPED_TEST(StoreContract, AStepThatIsTakenBackHasNotHelped) {
  this->append("a", 0, RunRef{});
  this->append("a", 0, Diagnoses{diagnosis()});
  this->append("a", 1, attempt("x", Verdict::progressed));
  this->append("a", 2, attempt("y", Verdict::unchanged));
  this->append("a", 3, Retreat{"no way on"});
  this->append("a", 4, attempt("z", Verdict::fixed));
  const auto known = this->store_->odds({"s1"}, "lint").value();
  EXPECT_EQ(known.at({"x"}).successes, 0);
  EXPECT_EQ(known.at({"z"}).successes, 1);
}

TYPED_TEST(StoreContract, RemembersTheStop) {
  EXPECT_FALSE(this->store_->past().value().stop);
  ASSERT_TRUE(this->store_->set_stop(Stop{after(1), "why"}));
  ASSERT_TRUE(this->store_->set_stop(Stop{after(2), "again"}));
  EXPECT_EQ(this->store_->past().value().stop.value().reason, "again");
  EXPECT_EQ(this->store_->past().value().stop.value().at, after(2));
  ASSERT_TRUE(this->store_->set_stop(std::nullopt));
  EXPECT_FALSE(this->store_->past().value().stop);
}

TYPED_TEST(StoreContract, AReopenedCaseBeginsAgainAndKeepsItsHistory) {
  this->append("a", 0, RunRef{});
  this->append("a", 0, Diagnoses{diagnosis()});
  ASSERT_TRUE(this->store_->reopen({"a"}));
  EXPECT_EQ(this->store_->load({"a"}).value(), std::nullopt);
  EXPECT_EQ(this->store_->history({"s1"}, after(1)).value().seen, 1u);
  this->append("a", 5, RunRef{});
  EXPECT_EQ(this->store_->load({"a"}).value()->chapters().size(), 1u);
}

TYPED_TEST(StoreContract, ARunThatIsHealedAgainCountsOnce) {
  this->append("a", 0, RunRef{});
  this->append("a", 0, Diagnoses{diagnosis()});
  ASSERT_TRUE(this->store_->reopen({"a"}));
  this->append("a", 5, RunRef{});
  this->append("a", 5, Diagnoses{diagnosis()});
  EXPECT_EQ(this->store_->history({"s1"}, after(10)).value().seen, 1u);
}

TYPED_TEST(StoreContract, KnowsTheHistoryOfASignature) {
  constexpr int day = 24 * 60;
  for (const int at : {-40, -20, -3, -2, -1}) {
    const std::string id = std::to_string(at);
    this->append(id, at * day, RunRef{});
    this->append(id, at * day, Diagnoses{diagnosis(), diagnosis("s2")});
  }
  const History history = this->store_->history({"s1"}, noon).value();
  EXPECT_EQ(history.seen, 5u);
  EXPECT_EQ(history.first_seen, after(-40 * day));
  EXPECT_EQ(history.last_seen, after(-day));
  EXPECT_EQ(history.trend, "rising") << "3 against 1";
  EXPECT_FALSE(history.mttr_minutes || history.success_rate);
  EXPECT_EQ(this->store_->history({"s1"}, after(100 * day)).value().trend, "unknown");
}

TYPED_TEST(StoreContract, AGreenJobRepairsWhatFailedInItBefore) {
  const auto fail_in = [&](const std::string& id, const std::string& branch, const std::string& job, int minutes) {
    Diagnosis one = diagnosis(id);
    one.job = job;
    this->append(id, minutes, RunRef{"/r", "h", id, branch});
    this->append(id, minutes, Diagnoses{one});
  };
  fail_in("a", "main", "test", 0);
  fail_in("b", "main", "lint", 0);
  fail_in("c", "topic", "test", 0);
  fail_in("d", "main", "test", 90);
  EXPECT_EQ(this->store_->settle_green({"/r", "h2", "", "main"}, "test", after(30)).value(), 1u);
  EXPECT_EQ(this->store_->settle_green({"/r", "h2", "", "main"}, "test", after(31)).value(), 0u);
  EXPECT_DOUBLE_EQ(this->store_->history({"a"}, after(100)).value().mttr_minutes.value(), 30.0);
  for (const char* other : {"b", "c", "d"})
    EXPECT_FALSE(this->store_->history({other}, after(100)).value().mttr_minutes) << other;
  const auto counts = this->store_->counts().value();
  EXPECT_EQ(counts[0].repaired, 1u);
  EXPECT_DOUBLE_EQ(counts[0].mttr_minutes.value(), 30.0);
  EXPECT_EQ(counts[0].last_seen, after(90));
}

TYPED_TEST(StoreContract, DrawsCurvesByDay) {
  constexpr int day = 24 * 60;
  for (const int at : {-30, -3, -1, 0}) {
    const std::string id = std::to_string(at);
    this->append(id, at * day, RunRef{});
    this->append(id, at * day, Diagnoses{diagnosis("s1", "lint"), diagnosis(id, "network")});
  }
  this->append("0", 0, Diagnoses{diagnosis("more", "network")});
  const auto curves = this->store_->curves(CurveOf::category, noon, 4, 10).value();
  ASSERT_EQ(curves.size(), 2u);
  EXPECT_EQ(curves[0].name, "network");
  EXPECT_EQ(curves[0].days, (std::vector<std::size_t>{1, 0, 1, 2}));
  EXPECT_EQ(curves[0].failures, 4u);
  EXPECT_EQ(curves[0].trend, "rising");
  EXPECT_EQ(curves[1].days, (std::vector<std::size_t>{1, 0, 1, 1}));
  const auto most = this->store_->curves(CurveOf::signature, noon, 4, 1).value();
  ASSERT_EQ(most.size(), 1u);
  EXPECT_EQ(most[0].name, "s1");
}

TEST_F(SqliteFile, OutlivesItsProcess) {
  {
    auto store = SqliteStore::open(path_).value();
    ASSERT_TRUE(store->append({"c"}, {noon, RunRef{"/r", "h", "l"}}));
  }
  auto again = SqliteStore::open(path_).value();
  EXPECT_EQ(again->load({"c"}).value()->run()->head, "h");
}

TEST_F(SqliteFile, CanBeAskedByPeople) {
  auto store = SqliteStore::open(path_).value();
  ASSERT_TRUE(store->append({"c"}, {noon, RunRef{"/r", "h", "l"}}));
  ASSERT_TRUE(store->append({"c"}, {noon, Diagnoses{diagnosis(), diagnosis("s2")}}));
  auto database = Database::open(path_).value();
  const auto rows = database.run("SELECT category, COUNT(*) FROM failures GROUP BY category").value();
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(text_of(rows[0][0]), "lint");
  EXPECT_EQ(integer_of(rows[0][1]), 2);
}

TEST_F(SqliteFile, ThatIsDamagedIsAClearErrorAndStays) {
  std::ofstream(path_) << std::string(5000, 'x');
  const auto store = SqliteStore::open(path_);
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().kind, ErrorKind::invalid);
  EXPECT_NE(store.error().message.find(path_), std::string::npos) << store.error().message;
  EXPECT_NE(store.error().message.find("move it away"), std::string::npos) << store.error().message;
  EXPECT_EQ(std::filesystem::file_size(path_), 5000u);
}

TEST_F(SqliteFile, ThatIsLockedIsAnErrorToTryAgainLater) {
  ASSERT_TRUE(SqliteStore::open(path_));
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(path_.c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr), SQLITE_OK);
  auto store = SqliteStore::open(path_);
  const auto done = store ? (*store)->append({"c"}, {noon, RunRef{}}) : tl::unexpected(store.error());
  sqlite3_close(other);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().kind, ErrorKind::unavailable) << done.error().message;
}

TEST_F(SqliteFile, InAFolderThatCannotBeMadeIsAnError) {
  std::ofstream(folder_ / "file") << "x";
  const auto store = SqliteStore::open((folder_ / "file" / "regreen.db").string());
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().kind, ErrorKind::denied);
}

TEST_F(SqliteFile, OfANewerRegreenIsNotTouched) {
  {
    auto database = Database::open(path_).value();
    ASSERT_TRUE(database.script("PRAGMA user_version = 999"));
  }
  const auto store = SqliteStore::open(path_);
  ASSERT_FALSE(store);
  EXPECT_NE(store.error().message.find("newer regreen"), std::string::npos);
}

TEST_F(SqliteFile, IsSharedByProcessesThatWriteAtOnce) {
  const auto write = [&](const std::string& id) {
    auto store = SqliteStore::open(path_).value();
    for (int i = 0; i < 20; ++i)
      ASSERT_TRUE(store->append({id}, {noon, Diagnoses{diagnosis("s" + std::to_string(i))}}));
  };
  std::thread other([&] { write("a"); });
  write("b");
  other.join();
  EXPECT_EQ(SqliteStore::open(path_).value()->counts().value()[0].failures, 40u);
}

TEST_F(SqliteFile, OpenedToReadIsNeitherMadeNorChanged) {
  EXPECT_FALSE(SqliteStore::open_read_only(path_));
  EXPECT_FALSE(std::filesystem::exists(path_));
  ASSERT_TRUE(SqliteStore::open(path_).value()->append({"c"}, {noon, Diagnoses{diagnosis()}}));
  auto store = SqliteStore::open_read_only(path_).value();
  EXPECT_EQ(store->history({"s1"}, noon).value().seen, 1u);
  EXPECT_FALSE(store->append({"d"}, {noon, RunRef{}}));
  store.reset();
  const auto files = std::filesystem::directory_iterator(folder_);
  EXPECT_EQ(std::distance(begin(files), end(files)), 1) << "nothing is left beside it";
}

TEST_F(SqliteFile, InAFolderWhereNothingCanBeMadeCanBeAsked) {
  if (geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  ASSERT_TRUE(SqliteStore::open(path_).value()->append({"c"}, {noon, Diagnoses{diagnosis()}}));
  const auto readable = std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec;
  std::filesystem::permissions(path_, std::filesystem::perms::owner_read);
  std::filesystem::permissions(folder_, readable);
  const auto store = SqliteStore::open_read_only(path_);
  std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
  ASSERT_TRUE(store) << store.error().message;
  EXPECT_EQ((*store)->history({"s1"}, noon).value().seen, 1u);
}

TEST_F(SqliteFile, OfAnOlderRegreenIsBroughtUpToDateWithWhatItKnows) {
  {
    auto store = SqliteStore::open(path_).value();
    ASSERT_TRUE(store->append({"c"}, {noon, RunRef{}}));
    ASSERT_TRUE(store->append({"c"}, {noon, Diagnoses{diagnosis()}}));
    ASSERT_TRUE(store->append({"c"}, {after(1), attempt("x", Verdict::fixed)}));
    auto database = Database::open(path_).value();  // back to the tables of version 1
    const auto undone = database.script(
        "DROP TRIGGER failure_added; DROP TRIGGER failure_repaired; DROP TRIGGER failure_removed; DROP TRIGGER "
        "attempt_added; DROP TRIGGER attempt_taken_back; DROP TRIGGER failure_not_repaired;"
        "DROP TABLE stop; DROP INDEX fix_attempts_by_case;"
        "DROP TABLE signatures; DROP INDEX failures_by_time; DROP INDEX failures_not_repaired;"
        "DROP TABLE green_steps; ALTER TABLE failures DROP COLUMN branch; ALTER TABLE cases DROP COLUMN branch; PRAGMA "
        "user_version = 1");
    ASSERT_TRUE(undone) << undone.error().message;
  }
  const auto store = SqliteStore::open_read_only(path_).value();
  ASSERT_TRUE(store);
  const History history = store->history({"s1"}, after(5)).value();
  EXPECT_EQ(history.seen, 1u);
  EXPECT_DOUBLE_EQ(history.success_rate.value(), 1.0);
}

TEST_F(SqliteFile, FromWhichPeopleRemoveRowsCountsWhatIsLeft) {
  auto store = SqliteStore::open(path_).value();
  for (const std::string id : {"a", "b"})
    ASSERT_TRUE(store->append({id}, {after(id == "a" ? 0 : 9), Diagnoses{diagnosis()}}));
  auto database = Database::open(path_).value();
  ASSERT_TRUE(database.run("DELETE FROM failures WHERE case_id = 'a'"));
  const History history = store->history({"s1"}, after(10)).value();
  EXPECT_EQ(history.seen, 1u);
  EXPECT_EQ(history.first_seen, after(9));
}

TEST_F(SqliteFile, WithADamagedChapterIsAnError) {
  auto store = SqliteStore::open(path_).value();
  ASSERT_TRUE(store->append({"c"}, {noon, RunRef{}}));
  auto database = Database::open(path_).value();
  ASSERT_TRUE(database.run("UPDATE chapters SET body = '{'"));
  EXPECT_FALSE(store->load({"c"}));
}

}  // namespace
}  // namespace regreen
