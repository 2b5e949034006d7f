// The shipped word tables, loaded for a test.
#pragma once

#include "events/language/lexicon.hpp"

/// Fails the running test when they cannot be read.
events::Lexicons load_test_lexicons();
