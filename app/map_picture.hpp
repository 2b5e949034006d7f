// The map as a texture, drawn again only when something it shows has changed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/map/named_places.hpp"
#include "app/model.hpp"
#include "geo/result.hpp"

namespace app {

/// Lives and dies with the window's OpenGL context current.
class MapPicture {
  public:
    /// Fails when the base map or a shader is missing.
    static geo::Result<MapPicture> create(const std::string& share_folder);
    MapPicture(MapPicture&&) noexcept;
    MapPicture& operator=(MapPicture&&) noexcept;
    ~MapPicture();

    /// Names for the labels; without a gazetteer only those of the base map are known.
    void set_names(std::vector<NamedPlace> names);
    const geo::BaseMap& base_map() const;

    /// Draws if needed; `device_px_per_logical` sharpens. Gives the texture's name.
    std::uint64_t update(const Model& model, double device_px_per_logical);

  private:
    struct Impl;
    explicit MapPicture(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace app
