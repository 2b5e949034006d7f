// EGL surfaceless: see the header.
#include "app/render/offscreen_context.hpp"
