// The properties of an event or flow, in their order: the one table behind every export.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "events/casebook.hpp"

namespace events {

/// Takes the properties one by one. Names live as long as the program.
class PropertySink {
  public:
    virtual ~PropertySink() = default;
    virtual void text(std::string_view name, std::string_view value) = 0;  ///< empty: not known
    virtual void whole(std::string_view name, std::optional<std::int64_t> value) = 0;
    virtual void real(std::string_view name, std::optional<double> value) = 0;
    virtual void truth(std::string_view name, bool value) = 0;
    virtual void actors(std::string_view name, std::span<const Actor> value) = 0;
    /// Claims beyond the one that the event is shown by.
    virtual void claims(std::string_view name, std::span<const Claim> value) = 0;
};

void visit_properties(const Casebook& casebook, const Event& event, PropertySink& sink);
void visit_properties(const Casebook& casebook, const Flow& flow, PropertySink& sink);

}  // namespace events
