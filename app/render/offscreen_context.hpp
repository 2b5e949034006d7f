// An OpenGL 3.3 core context without a display, through EGL's surfaceless platform.
#pragma once

#include <memory>

#include "geo/result.hpp"

namespace app {

/// Current on the calling thread while it lives.
class OffscreenContext {
  public:
    static geo::Result<OffscreenContext> create();
    OffscreenContext(OffscreenContext&&) noexcept;
    OffscreenContext& operator=(OffscreenContext&&) noexcept;
    ~OffscreenContext();

  private:
    struct Impl;
    explicit OffscreenContext(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace app
