#include "mend/docker/renamed_service.h"

#include "base/among.h"
#include "base/character.h"
#include "base/text.h"
#include "mend/docker/compose.h"
#include "mend/lines.h"
#include "mend/place.h"
#include "mend/text/code_text.h"
#include "model/last_commit.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <vector>

namespace regreen {
namespace {

constexpr auto npos = std::string_view::npos;

/// A line of a Compose file that says something, without its comment.
struct ComposeLine {
  std::size_t begin = 0;  ///< of the line, in the text
  std::size_t depth = 0;
  std::string_view said;  ///< without blanks around it
};

/// A service: what stands below its name.
struct Service {
  std::string name;
  std::vector<ComposeLine> body;
};

std::vector<ComposeLine> lines_said(std::string_view text) {
  std::vector<ComposeLine> all;
  const Lines lines(text);
  for (std::size_t number = 1; number <= lines.count(); ++number) {
    const auto line = lines.line(number);
    const auto said = trim(line.substr(0, line.find(" #")));
    if (!said.empty() && !said.starts_with('#')) all.push_back({lines.begin(number), indentation(line).size(), said});
  }
  return all;
}

std::vector<Service> services_in(std::string_view text) {
  std::vector<Service> services;
  bool is_inside = false;
  std::size_t depth = 0;
  for (const auto& line : lines_said(text)) {
    if (line.depth == 0) {
      is_inside = line.said == "services:";
    } else if (is_inside) {
      if (services.empty()) depth = line.depth;
      if (line.depth == depth && line.said.ends_with(':'))
        services.push_back({std::string(line.said.substr(0, line.said.size() - 1)), {}});
      else if (!services.empty())
        services.back().body.push_back(line);
    }
  }
  return services;
}

const Service* service_of(const std::vector<Service>& services, std::string_view name) {
  const auto found = std::ranges::find(services, name, &Service::name);
  return found == services.end() ? nullptr : &*found;
}

// "docker.io/valkey/valkey:7.2" → "valkey"
std::string_view image_name(std::string_view line) {
  auto image = trim(line.substr(line.find(':') + 1));
  image = image.substr(image.find_first_not_of("\"'") == npos ? image.size() : image.find_first_not_of("\"'"));
  image = image.substr(0, image.find_first_of("@\"'"));
  const auto name = image.substr(image.rfind('/') == npos ? 0 : image.rfind('/') + 1);
  return name.substr(0, name.find(':'));
}

// Does an image stand in for another one, spoken to in the same way?
bool stands_in(std::string_view image, std::string_view other) {
  static constexpr auto alike = std::to_array<std::array<std::string_view, 4>>({
      {"redis", "valkey", "keydb", "dragonfly"},
      {"mysql", "mariadb", "percona", "percona-server"},
      {"postgres", "postgresql", "postgis", "timescaledb"},
  });
  return !image.empty() && (image == other || std::ranges::any_of(alike, [&](const auto& row) {
                              return is_among(image, row) && is_among(other, row);
                            }));
}

// The key of a service that each line of its body belongs to, and how deep below that it is.
std::vector<std::string_view> keys_of(const Service& service) {
  std::vector<std::string_view> keys;
  std::string_view key;
  const auto depth = service.body.empty() ? 0 : service.body[0].depth;
  for (const auto& line : service.body) {
    if (line.depth == depth && !line.said.starts_with('-')) key = line.said.substr(0, line.said.find(':'));
    keys.push_back(key);
  }
  return keys;
}

// Does a service say more of itself than which image it is made of? Another one of the same image is another one.
bool is_told(const Service& before, const Service& today) {
  static constexpr auto telling =
      std::to_array<std::string_view>({"build", "command", "entrypoint", "environment", "env_file", "ports", "volumes",
                                       "configs", "secrets", "working_dir", "user"});
  const auto keys = keys_of(before);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto said = before.body[i].said;
    if (keys[i] == "image" && said == today.body[i].said) return true;
    if (is_among(keys[i], telling) && !said.ends_with(':')) return true;
  }
  return false;
}

// Is a service what another one was before, all but the words that came from its name?
bool is_same(const Service& before, const Service& today) {
  const auto is_kept = [&](const ComposeLine& was, const ComposeLine& is) {
    if (was.said.starts_with("image:") && is.said.starts_with("image:"))
      return stands_in(image_name(was.said), image_name(is.said));
    return was.said == is.said || replace_all(std::string(was.said), before.name, today.name) == is.said;
  };
  return std::ranges::equal(before.body, today.body, is_kept) && is_told(before, today);
}

// What a service is called today that had the name before the newest commit; "" where it is not one alone.
std::string new_name(std::string_view before, std::string_view today, std::string_view name) {
  const auto had = services_in(before), has = services_in(today);
  const auto* old = service_of(had, name);
  if (old == nullptr) return "";
  std::string found;
  for (const auto& one : has) {
    if (service_of(had, one.name) != nullptr || !is_same(*old, one)) continue;
    if (!found.empty()) return "";
    found = one.name;
  }
  return found;
}

bool is_name_byte(char c) { return is_word_byte(c) || c == '-' || c == '.'; }

// Where a name stands alone in what a line says.
std::optional<std::size_t> name_in(std::string_view said, std::string_view name) {
  for (auto at = said.find(name); at != npos; at = said.find(name, at + 1)) {
    const auto end = at + name.size();
    if ((at == 0 || !is_name_byte(said[at - 1])) && (end == said.size() || !is_name_byte(said[end]))) return at;
  }
  return std::nullopt;
}

// Does an address of such a scheme begin with a host? "postgresql+psycopg2" is one of postgresql.
bool has_host(std::string_view scheme) {
  static constexpr auto known = std::to_array<std::string_view>(
      {"redis", "rediss", "valkey", "postgres", "postgresql", "mysql",     "mariadb", "mongodb", "amqp",      "amqps",
       "http",  "https",  "ws",     "wss",      "tcp",        "udp",       "nats",    "kafka",   "memcached", "ldap",
       "ldaps", "smtp",   "grpc",   "mqtt",     "clickhouse", "cassandra", "ftp",     "sftp",    "ssh"});
  return is_among(scheme.substr(0, scheme.find('+')), known);
}

// Adds where the addresses of a line have the host: behind the scheme and the user, `redis://cache:6379,cache:6380`.
void add_addresses(std::string_view said, std::string_view host, std::vector<std::size_t>& found) {
  for (auto at = said.find("://"); at != npos; at = said.find("://", at + 3)) {
    auto first = at;
    while (first > 0 && (is(said[first - 1], alnum) || said[first - 1] == '+')) --first;
    if (!has_host(said.substr(first, at - first))) continue;
    const auto hosts = said.substr(at + 3, said.substr(at + 3).find_first_of("/? \"'"));
    for (const auto part : split(hosts, ',')) {
      if (part.ends_with(':')) break;  // the next address
      const auto user = part.rfind('@');
      const auto address = part.substr(user == npos ? 0 : user + 1);
      if (address.substr(0, address.find(':')) == host) found.push_back(offset_in(said, address));
    }
  }
}

// A variable that holds a host: `DB_HOST`, but none by which a browser asks for it.
bool is_host_key(std::string_view key) {
  static constexpr auto from_outside =
      std::to_array<std::string_view>({"VIRTUAL_HOST", "LETSENCRYPT_HOST", "PUBLIC_HOST", "EXTERNAL_HOST"});
  return (key.ends_with("_HOST") || key.ends_with("_HOSTNAME")) &&
         std::ranges::none_of(from_outside, [&](auto name) { return key.ends_with(name); });
}

// Where what is written of a variable says the host: in its addresses, or as all of a `…_HOST`.
std::vector<std::size_t> hosts_in(std::string_view said, std::string_view host) {
  std::vector<std::size_t> found;
  add_addresses(said, host, found);
  const auto sign = said.find_first_of("=:");
  if (!found.empty() || sign == npos || !is_host_key(trim(said.substr(0, sign)))) return found;
  const auto value = trim(said.substr(sign + 1));
  const auto plain = value.substr(0, value.find_last_not_of("\"'") + 1);
  const auto quotes = plain.find_first_not_of("\"'");
  if (quotes != npos && plain.substr(quotes) == host) found.push_back(offset_in(said, plain) + quotes);
  return found;
}

// Does the service of the new name answer to the old one, too?
bool answers_to(const Service& service, std::string_view name) {
  static constexpr auto naming = std::to_array<std::string_view>({"container_name", "hostname", "networks"});
  const auto keys = keys_of(service);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (is_among(keys[i], naming) && name_in(service.body[i].said, name)) return true;
  }
  return false;
}

// `env_file: app.env`, `env_file: [a.env]` and the items below it.
void add_env_files(std::string_view said, std::vector<std::string>& files) {
  if (said.starts_with("env_file:")) said = trim(said.substr(9));
  for (auto item : items_of(said, Speech::c)) {
    const auto begin = item.find_first_not_of("[-\"' ");
    if (begin == npos) continue;
    item = item.substr(begin, item.find_last_not_of("]\"' ") + 1 - begin);
    if (item.starts_with("path:")) item = trim(item.substr(5));
    if (item.starts_with("./")) item.remove_prefix(2);
    files.emplace_back(item);
  }
}

/// What is written down anew of a Compose file, and the files of variables that it names.
struct Followed {
  std::vector<Edit> edits;
  std::vector<std::string> env_files;
};

Followed followed(std::string_view text, const std::string& from, const std::string& to, bool is_host) {
  static constexpr auto waiting = std::to_array<std::string_view>({"depends_on", "links", "volumes_from"});
  Followed all;
  for (const auto& service : services_in(text)) {
    const auto keys = keys_of(service);
    std::size_t depth = 0;
    for (std::size_t i = 0; i < service.body.size(); ++i) {
      const auto& line = service.body[i];
      const bool is_head = i == 0 || keys[i] != keys[i - 1];
      if (is_head) depth = 0;
      if (!is_head && depth == 0) depth = line.depth;
      const bool is_item = is_head || line.depth == depth;
      std::vector<std::size_t> places;
      if (const auto at = is_among(keys[i], waiting) && is_item ? name_in(line.said, from) : std::nullopt)
        places = {*at};
      if (keys[i] == "environment" && is_host && !is_head) places = hosts_in(line.said, from);
      if (keys[i] == "env_file") add_env_files(line.said, all.env_files);
      for (const auto at : places) all.edits.push_back({offset_in(text, line.said) + at, from.size(), to});
    }
  }
  return all;
}

// Does another Compose file, or a workflow, read the same variables? It may call the service as before.
bool is_read_elsewhere(const Tree& tree, const std::string& file, const std::string& compose) {
  return std::ranges::any_of(tree.list(), [&](const auto& path) {
    if (path == compose || (!path.ends_with(".yml") && !path.ends_with(".yaml"))) return false;
    return (is_compose(path) && name_of(file) == ".env") || contains(tree.read(path).value_or(""), name_of(file));
  });
}

void follow_in_variables(const std::string& path, const std::string& from, const std::string& to, Draft& draft) {
  const auto text = draft.read(path);
  if (!text) return;
  std::vector<Edit> edits;
  for (const auto& line : lines_said(*text)) {
    for (const auto at : hosts_in(line.said, from))
      edits.push_back({offset_in(*text, line.said) + at, from.size(), to});
  }
  if (!edits.empty()) draft.edit(path, std::move(edits));
}

}  // namespace

bool follow_renamed_service(const std::string& path, const std::string& name, const Patient& patient, Draft& draft) {
  const auto& commit = patient.last_commit;
  const auto before = commit.before.find(path);
  const auto text = before != commit.before.end() && before->second ? draft.read(path) : std::nullopt;
  if (!text) return false;
  const auto to = new_name(*before->second, *text, name);
  if (to.empty()) return false;
  const bool is_host = !answers_to(*service_of(services_in(*text), to), name);
  auto all = followed(*text, name, to, is_host);
  if (all.edits.empty() || !draft.edit(path, std::move(all.edits))) return false;
  std::ranges::sort(all.env_files);
  all.env_files.erase(std::ranges::unique(all.env_files).begin(), all.env_files.end());
  for (const auto& file : all.env_files) {
    const auto known = is_host ? resolved(path_in(folder_of(path), file)) : std::nullopt;
    if (known && !is_read_elsewhere(patient.tree, *known, path)) follow_in_variables(*known, name, to, draft);
  }
  return true;
}

}  // namespace regreen
