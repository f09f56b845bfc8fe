#include "adapters/bubblewrap/layers.h"

#include "os/beneath.h"
#include "os/folder.h"

#include <algorithm>
#include <iterator>

namespace regreen {
namespace {

// A cache that is not there yet is an empty folder. Where it lies in something read-only, its place must be made
// there first, in a layer over it.
void plan_missing_cache(std::vector<Layer>& layers, const std::vector<View>& views, std::size_t view) {
  layers.push_back({{{}, true}, view});
  const auto parent = std::find_if(views.rbegin(), views.rend(), [&](const View& other) {
    return other.how == View::How::read_only && lies_in(views[view].path, other.path);
  });
  if (parent == views.rend()) return;
  const auto index = static_cast<std::size_t>(std::distance(parent, views.rend()) - 1);
  const std::string place = views[view].path.substr(parent->path.size() + 1);
  const auto known =
      std::find_if(layers.begin() + 1, layers.end(), [&](const Layer& layer) { return layer.view == index; });
  if (known != layers.end()) {
    known->make.push_back(place);
  } else {
    layers.push_back({{{parent->source}}, index, {place}});
  }
}

}  // namespace

std::vector<Layer> plan_layers(StagePlan::Layers repository, const std::vector<View>& views) {
  std::vector<Layer> layers = {{std::move(repository)}};
  for (std::size_t i = 0; i < views.size(); ++i) {
    if (views[i].how != View::How::written) continue;
    if (views[i].source.empty()) {
      plan_missing_cache(layers, views, i);
    } else {
      layers.push_back({{{views[i].source}}, i});
    }
  }
  return layers;
}

void copy_instead(std::vector<Layer>& layers, std::vector<View>& views, std::size_t layer) {
  const auto& lower = layers[layer].layers.lower;
  const auto folder = lower.empty() ? Result<Fd>() : open_folder(lower.front());
  if (layer == 0 || lower.empty() || (folder && fits(folder->get(), cache_limits))) {
    layers[layer].layers.copied = true;
    return;
  }
  const Layer gone = layers[layer];
  View& view = views[gone.view];
  view.how = View::How::read_only;
  const auto is_gone = [&](const Layer& other) {  // caches that should have been made in it go as well
    return other.view == gone.view || std::any_of(gone.make.begin(), gone.make.end(), [&](const std::string& place) {
             return views[other.view].path == view.path + "/" + place;
           });
  };
  layers.erase(std::remove_if(layers.begin() + 1, layers.end(), is_gone), layers.end());
}

}  // namespace regreen
