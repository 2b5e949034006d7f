// GLFW: window, context, callbacks.
#include "app/glfw_window.hpp"

#include <GLFW/glfw3.h>

#include <utility>

namespace app {

struct GlfwWindow::Impl {
    GLFWwindow* window = nullptr;
    WindowInput input;
    std::string title;

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() {
        if (window != nullptr)
            glfwDestroyWindow(window);
        glfwTerminate();
    }
};

namespace {

constexpr int kFirstWidthPx = 1600;
constexpr int kFirstHeightPx = 960;
constexpr int kLeastWidthPx = 900;
constexpr int kLeastHeightPx = 560;

WindowInput& input_of(GLFWwindow* window) {
    return static_cast<GlfwWindow::Impl*>(glfwGetWindowUserPointer(window))->input;
}

/// The letter on the key in the user's layout; 0 when it has none.
char letter_of(int key, int scancode) {
    const char* name = glfwGetKeyName(key, scancode);
    if (name == nullptr || name[0] == 0 || name[1] != 0)
        return 0;
    const char letter = name[0];
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::optional<Key> named_key(int key) {
    switch (key) {
        case GLFW_KEY_LEFT:
            return Key::left;
        case GLFW_KEY_RIGHT:
            return Key::right;
        case GLFW_KEY_UP:
            return Key::up;
        case GLFW_KEY_DOWN:
            return Key::down;
        case GLFW_KEY_HOME:
            return Key::home;
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
            return Key::enter;
        case GLFW_KEY_ESCAPE:
            return Key::escape;
        case GLFW_KEY_F12:
            return Key::f12;
        default:
            return std::nullopt;
    }
}

void on_key(GLFWwindow* window, int key, int scancode, int action, int modifiers) {
    if (action == GLFW_RELEASE)
        return;
    if (key >= 0)
        input_of(window).raw_keys.push_back(key);
    const bool ctrl = (modifiers & GLFW_MOD_CONTROL) != 0;
    const bool shift = (modifiers & GLFW_MOD_SHIFT) != 0;
    if (const auto named = named_key(key)) {
        input_of(window).keys.push_back({*named, 0, ctrl, shift});
    } else if (ctrl) {
        const char letter = letter_of(key, scancode);
        if (letter != 0)
            input_of(window).keys.push_back({Key::letter, letter, ctrl, shift});
    }
}

/// Signs as typed, so that "?" and "+" are where the user's layout has them.
void on_character(GLFWwindow* window, unsigned code_point) {
    if (code_point == ' ') {
        input_of(window).keys.push_back({Key::space, 0, false, false});
    } else if (code_point < 128) {
        const char typed = static_cast<char>(code_point);
        const char lower =
            typed >= 'A' && typed <= 'Z' ? static_cast<char>(typed - 'A' + 'a') : typed;
        input_of(window).keys.push_back({Key::letter, lower, false, false});
    }
}

void on_drop(GLFWwindow* window, int count, const char** paths) {
    for (int i = 0; i < count; ++i)
        input_of(window).dropped_files.emplace_back(paths[i]);
}

void on_close(GLFWwindow* window) {
    glfwSetWindowShouldClose(window, GLFW_FALSE);
    input_of(window).close_wanted = true;
}

std::string last_glfw_error() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text == nullptr ? "no reason given" : text;
}

/// The first size fits the screen's work area.
std::pair<int, int> first_size() {
    int x = 0;
    int y = 0;
    int width = kFirstWidthPx;
    int height = kFirstHeightPx;
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    if (monitor != nullptr)
        glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
    if (width < 1 || height < 1)
        return {kFirstWidthPx, kFirstHeightPx};
    return {width, height};
}

}  // namespace

GlfwWindow::GlfwWindow(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
GlfwWindow::GlfwWindow(GlfwWindow&&) noexcept = default;
GlfwWindow& GlfwWindow::operator=(GlfwWindow&&) noexcept = default;
GlfwWindow::~GlfwWindow() = default;

geo::Result<GlfwWindow> GlfwWindow::create(const std::string& title) {
    if (glfwInit() != GLFW_TRUE) {
        return geo::fail("cannot open a window (" + last_glfw_error() +
                         "); without a display use the commands read, shot and brief");
    }
    auto impl = std::make_unique<Impl>();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_MAXIMIZED, GLFW_TRUE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "toposcope");
    const auto [width, height] = first_size();
    impl->window = glfwCreateWindow(width, height, title.c_str(), nullptr, nullptr);
    if (impl->window == nullptr) {
        return geo::fail("cannot open a window with OpenGL 3.3 (" + last_glfw_error() + ")");
    }
    glfwSetWindowSizeLimits(impl->window, kLeastWidthPx, kLeastHeightPx, GLFW_DONT_CARE,
                            GLFW_DONT_CARE);
    glfwMakeContextCurrent(impl->window);
    glfwSwapInterval(1);
    glfwSetWindowUserPointer(impl->window, impl.get());
    glfwSetKeyCallback(impl->window, on_key);
    glfwSetCharCallback(impl->window, on_character);
    glfwSetDropCallback(impl->window, on_drop);
    glfwSetWindowCloseCallback(impl->window, on_close);
    return GlfwWindow(std::move(impl));
}

GLFWwindow* GlfwWindow::handle() const {
    return m_impl->window;
}

WindowInput GlfwWindow::take_input() {
    return std::exchange(m_impl->input, {});
}

float GlfwWindow::content_scale() const {
    float x = 1;
    float y = 1;
    glfwGetWindowContentScale(m_impl->window, &x, &y);
    return x > 0 ? x : 1;
}

void GlfwWindow::set_title(const std::string& title) {
    if (title == m_impl->title)
        return;
    m_impl->title = title;
    glfwSetWindowTitle(m_impl->window, title.c_str());
}

}  // namespace app
