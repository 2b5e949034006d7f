// Events and flows as rows of one flat table, for formats that know no lists.
#pragma once

#include <string>
#include <vector>

#include "events/casebook.hpp"
#include "events/tables/features.hpp"
#include "geo/vector_writer.hpp"

namespace events {

/// Columns in the order of the properties; lists become text: actors "name (role, alleged); ...",
/// other claims their number.
std::vector<geo::Field> event_columns();
std::vector<geo::Field> flow_columns();
std::vector<geo::FieldValue> row_of(const Casebook& casebook, const Event& event);
std::vector<geo::FieldValue> row_of(const Casebook& casebook, const Flow& flow);

/// The layers of a selection; `events` and `flows` apart, empty ones left out (one empty `events`
/// when both are).
std::vector<geo::FeatureLayer> layers_of(const Casebook& casebook,
                                         const ExportSelection& selection);

/// All in one layer, for formats that hold just one: the columns of both, `layer` tells them apart.
geo::FeatureLayer one_layer_of(const Casebook& casebook, const ExportSelection& selection);

}  // namespace events
