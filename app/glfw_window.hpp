// A GLFW window with an OpenGL 3.3 core context, and what the user did to it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/shortcuts.hpp"
#include "geo/result.hpp"

struct GLFWwindow;

namespace app {

/// What happened since the last look.
struct WindowInput {
    std::vector<KeyPress> keys;
    std::vector<int> raw_keys;  ///< GLFW's, also those released again already
    std::vector<std::string> dropped_files;
    bool close_wanted = false;
};

class GlfwWindow {
  public:
    /// Visible, its context current. Fails with one sentence when there is no display or no OpenGL.
    static geo::Result<GlfwWindow> create(const std::string& title);
    GlfwWindow(GlfwWindow&&) noexcept;
    GlfwWindow& operator=(GlfwWindow&&) noexcept;
    ~GlfwWindow();

    GLFWwindow* handle() const;
    WindowInput take_input();
    /// Device pixels for one logical pixel of type and symbols.
    float content_scale() const;
    void set_title(const std::string& title);

    struct Impl;

  private:
    explicit GlfwWindow(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace app
