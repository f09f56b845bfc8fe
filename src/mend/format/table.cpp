#include "mend/fixers.h"
#include "mend/format/fixers.h"

#include <array>

namespace regreen {

std::span<const FixerRow> format_fixers() {
  static constexpr std::array rows = {
      FixerRow{"checks.follow-excluded", follow_excluded_folder},
      FixerRow{"data.fix-type", fix_data_type},
      FixerRow{"ini.double-percent", double_ini_percent},
      FixerRow{"ini.move-comment", move_ini_comment},
      FixerRow{"json.fix-syntax", fix_json_syntax},
      FixerRow{"text.remove-mark", remove_byte_order_mark},
      FixerRow{"toml.fix-syntax", fix_toml_syntax},
      FixerRow{"yaml.fix-format", fix_yaml_format},
      FixerRow{"yaml.fix-indent", fix_yaml_indent},
      FixerRow{"yaml.join-halves", join_yaml_halves},
      FixerRow{"yaml.quote-colon", quote_yaml_value},
  };
  return rows;
}

}  // namespace regreen
