// The model's values as JSON and back: the lossless record of a casebook file.
#pragma once

#include <string>
#include <string_view>

#include "events/decisions/change.hpp"
#include "events/event.hpp"
#include "events/report.hpp"
#include "geo/result.hpp"

namespace events {

/// One line, keys in a fixed order, so that equal values give equal bytes.
std::string to_json(const Event& event);
std::string to_json(const Flow& flow);
/// Without the text, which is stored beside it.
std::string to_json(const Report& report);
std::string to_json(const Change& change);

/// Any text is an acceptable input: what is no such record fails with what is wrong
/// ("place: \"precision\" is not one of its words").
geo::Result<Event> event_from_json(std::string_view json);
geo::Result<Flow> flow_from_json(std::string_view json);
geo::Result<Report> report_from_json(std::string_view json);
geo::Result<Change> change_from_json(std::string_view json);

}  // namespace events
