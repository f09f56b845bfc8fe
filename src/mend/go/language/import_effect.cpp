#include "mend/go/language/import_effect.h"

#include "base/text.h"
#include "mend/go/language/imports.h"

#include <algorithm>
#include <array>
#include <utility>

namespace regreen {
namespace {

/// A package, or all packages below a path that ends in a slash, and what they serve.
using Effect = std::pair<std::string_view, std::string_view>;

constexpr std::string_view databases = "sql.Open", pictures = "image.Decode", by_itself = " ";

constexpr auto effects = std::to_array<Effect>({{"crypto/md5", "crypto.MD5"},
                                                {"crypto/sha1", "crypto.SHA1"},
                                                {"crypto/sha256", "crypto.SHA2"},
                                                {"crypto/sha512", "crypto.SHA5"},
                                                {"embed", "go:embed"},
                                                {"expvar", "http."},
                                                {"github.com/ClickHouse/clickhouse-go/", databases},
                                                {"github.com/denisenkom/go-mssqldb", databases},
                                                {"github.com/glebarez/go-sqlite", databases},
                                                {"github.com/go-sql-driver/mysql", databases},
                                                {"github.com/golang-migrate/migrate/", "migrate.New"},
                                                {"github.com/jackc/pgx/", databases},
                                                {"github.com/joho/godotenv/autoload", by_itself},
                                                {"github.com/lib/pq", databases},
                                                {"github.com/mattn/go-sqlite3", databases},
                                                {"github.com/microsoft/go-mssqldb", databases},
                                                {"github.com/sijms/go-ora/", databases},
                                                {"github.com/snowflakedb/gosnowflake", databases},
                                                {"go.uber.org/automaxprocs", by_itself},
                                                {"gocloud.dev/", ".Open"},
                                                {"golang.org/x/image/", pictures},
                                                {"google.golang.org/grpc/encoding/", "grpc."},
                                                {"image/gif", pictures},
                                                {"image/jpeg", pictures},
                                                {"image/png", pictures},
                                                {"k8s.io/client-go/plugin/pkg/client/auth", by_itself},
                                                {"modernc.org/sqlite", databases},
                                                {"net/http/pprof", "http."},
                                                {"time/tzdata", "time."}});

}  // namespace

std::string_view go_served_by(std::string_view path) {
  const auto row = std::ranges::find_if(effects, [&](const Effect& effect) {
    return effect.first == path || (effect.first.ends_with('/') && path.starts_with(effect.first));
  });
  return row == effects.end() ? "" : row->second;
}

bool go_is_served(std::string_view code, std::string_view path) {
  const auto call = go_served_by(path);
  return !call.empty() && (call == by_itself || contains(code, call));
}

std::optional<Edit> keep_for_effect(std::string_view text, std::string_view path) {
  const auto imports = imports_of(text);
  const auto one = std::ranges::find_if(imports.all, [&](const GoImport& any) { return any.path == path; });
  if (one == imports.all.end() || one->name == "_" || one->name == ".") return std::nullopt;
  if (one->name.empty()) return Edit{offset_in(text, one->path) - 1, 0, "_ "};
  return Edit{offset_in(text, one->name), one->name.size(), "_"};
}

}  // namespace regreen
