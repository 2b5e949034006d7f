// The frame loop: input, panels, actions, map picture, pixels.
#include "app/window.hpp"

#include <epoxy/gl.h>
// After epoxy, which GLFW must not be given a second GL header beside.
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <fmt/chrono.h>
#include <imgui.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iterator>

#include "app/action_runner.hpp"
#include "app/desktop.hpp"
#include "app/folder_listing.hpp"
#include "app/glfw_window.hpp"
#include "app/map_picture.hpp"
#include "app/render/offscreen_target.hpp"
#include "app/window_trace.hpp"

namespace app {
namespace {

constexpr double kIdleWaitS = 0.5;
constexpr double kFrameS = 1.0 / 60;
constexpr double kProgressS = 0.1;    ///< while a job runs: it needs the cores more than we do
constexpr int kFramesAfterEvent = 4;  ///< ImGui settles hovers, popups and sizes within these

std::string utc_now() {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

std::string window_title(const Model& model) {
    if (model.casebook_path.empty())
        return "Toposcope";
    return model.casebook_path.substr(model.casebook_path.find_last_of('/') + 1) +
           " \u2013 Toposcope";
}

/// ImGui's context and its two backends, in the order they must come and go.
class ImGuiSession {
  public:
    explicit ImGuiSession(GLFWwindow* window) {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui_ImplGlfw_InitForOpenGL(window, true);
        ImGui_ImplOpenGL3_Init("#version 330 core");
    }
    ImGuiSession(const ImGuiSession&) = delete;
    ImGuiSession& operator=(const ImGuiSession&) = delete;
    ~ImGuiSession() {
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
        ImGui::DestroyContext();
    }
};

class MainWindow {
  public:
    MainWindow(GlfwWindow window, const WindowOptions& options, FontFiles fonts)
        : m_options(options),
          m_window(std::move(window)),
          m_imgui(m_window.handle()),
          m_fonts(std::move(fonts)),
          m_jobs([] { glfwPostEmptyEvent(); }),
          m_runner(m_model, m_jobs, {options.share_folder, options.gazetteers, utc_now}) {}

    geo::Result<void> start();
    void run();

  private:
    void dress();
    void wait();
    void take_input(Actions& actions);
    void hold_short_presses(const std::vector<int>& pressed);
    void draw_frame();
    void draw_map();
    void name_map();
    void save_screenshot(const SaveScreenshot& wish);
    void trace();

    const WindowOptions& m_options;
    GlfwWindow m_window;
    ImGuiSession m_imgui;
    FontFiles m_fonts;
    Model m_model;
    Jobs m_jobs;
    ActionRunner m_runner;
    Theme m_theme;
    DesktopState m_desktop;
    std::optional<MapPicture> m_picture;
    bool m_picture_failed = false;
    std::string m_named_in;  ///< language of the map's names; with '+' once the gazetteer is there
    std::optional<SaveScreenshot> m_screenshot;
    std::vector<int> m_held_keys;
    WindowTrace m_trace;
    float m_dressed_scale = 0;
    bool m_dressed_dark = false;
    int m_frames_due = kFramesAfterEvent;
    int m_frames_drawn = 0;
    bool m_closing = false;
};

geo::Result<void> MainWindow::start() {
    const char* lang = std::getenv("LANG");
    const auto language = choose_language(m_options.language, lang == nullptr ? "" : lang);
    auto translations = Translations::load(m_options.share_folder + "/lang", language);
    if (!translations)
        return tl::unexpected(translations.error());
    m_model.tr = std::move(*translations);
    const bool shipped = m_options.files.empty();
    const std::vector<std::string> corpus{m_options.share_folder + "/seeds"};
    m_runner.desk().start(shipped ? corpus : m_options.files, shipped);
    return {};
}

/// Type and colours for the screen's scale and the chosen theme.
void MainWindow::dress() {
    int window_px = 1;
    int device_px = 1;
    int height = 1;
    glfwGetWindowSize(m_window.handle(), &window_px, &height);
    glfwGetFramebufferSize(m_window.handle(), &device_px, &height);
    const float density =
        window_px > 0 ? static_cast<float>(device_px) / static_cast<float>(window_px) : 1;
    const float scale = density > 0 ? m_window.content_scale() / density : 1;
    if (scale == m_dressed_scale && m_dressed_dark == m_model.dark)
        return;
    m_theme.palette = m_model.dark ? dark_palette() : light_palette();
    if (scale != m_dressed_scale) {
        load_fonts(m_theme, m_fonts, scale);
        if (m_dressed_scale != 0)
            ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
        m_theme.scale = scale;
    }
    apply_style(m_theme);
    m_dressed_scale = scale;
    m_dressed_dark = m_model.dark;
}

/// Sleeps until something happens, unless frames are due.
void MainWindow::wait() {
    const bool playing = m_model.clock.playing;
    const double limit = playing ? kFrameS : m_model.jobs.empty() ? kIdleWaitS : kProgressS;
    const double before = glfwGetTime();
    if (m_frames_due > 0 && !playing) {
        glfwPollEvents();
    } else {
        glfwWaitEventsTimeout(limit);
    }
    const bool woken = glfwGetTime() - before < limit * 0.98;
    if (woken && m_frames_due == 0)
        m_frames_due = kFramesAfterEvent;
}

void MainWindow::take_input(Actions& actions) {
    auto input = m_window.take_input();
    if (!input.keys.empty() || !input.dropped_files.empty())
        m_frames_due = kFramesAfterEvent;
    press_keys(input.keys, m_model, m_desktop, actions);
    hold_short_presses(input.raw_keys);
    if (!input.dropped_files.empty())
        actions.ask(OpenFiles{std::move(input.dropped_files)});
    if (input.close_wanted)
        actions.ask(Quit{});
}

/// ImGui looks at which keys are down, once a frame: a key that went down and up between two frames
/// is held for one.
void MainWindow::hold_short_presses(const std::vector<int>& pressed) {
    auto& down = ImGui::GetIO().KeysDown;
    for (const int key : std::exchange(m_held_keys, {})) {
        down[key] = glfwGetKey(m_window.handle(), key) == GLFW_PRESS;
    }
    for (const int key : pressed) {
        if (key >= static_cast<int>(std::size(down)) || down[key])
            continue;
        down[key] = true;
        m_held_keys.push_back(key);
    }
    if (!m_held_keys.empty())
        m_frames_due = std::max(m_frames_due, 2);
}

void MainWindow::name_map() {
    const auto* gazetteer = m_runner.desk().gazetteer();
    if (gazetteer == nullptr)
        return;
    if (m_named_in == m_model.tr.language())
        return;
    m_named_in = m_model.tr.language();
    const auto language = m_model.tr.french() ? events::Language::fr : events::Language::en;
    m_picture->set_names(named_places(m_picture->base_map(), *gazetteer, language));
}

void MainWindow::draw_map() {
    if (m_picture_failed || m_frames_drawn == 0)
        return;  // the window itself comes first
    if (!m_picture) {
        auto picture = MapPicture::create(m_options.share_folder);
        if (!picture) {
            m_picture_failed = true;
            m_runner.desk().complain(picture.error().message);
            return;
        }
        m_picture.emplace(std::move(*picture));
        m_runner.desk().set_base_map(&m_picture->base_map());
    }
    name_map();
    int window_px = 1;
    int device_px = 1;
    int height = 1;
    glfwGetWindowSize(m_window.handle(), &window_px, &height);
    glfwGetFramebufferSize(m_window.handle(), &device_px, &height);
    const double density = window_px > 0 ? static_cast<double>(device_px) / window_px : 1;
    m_model.map.picture = m_picture->update(m_model, static_cast<double>(m_theme.scale) * density);
}

void MainWindow::save_screenshot(const SaveScreenshot& wish) {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(m_window.handle(), &width, &height);
    auto pixels = std::make_shared<const Pixels>(read_pixels(0, 0, 0, width, height));
    const std::string path = wish.path.empty()
                                 ? start_folder() + fmt::format("/toposcope-{:%Y%m%d-%H%M%S}.png",
                                                                fmt::localtime(std::time(nullptr)))
                                 : wish.path;
    auto& desk = m_runner.desk();
    m_jobs.start(fill(m_model.tr("job.exporting"), {{"file", path}}),
                 [this, &desk, pixels, path, overwrite = wish.overwrite](JobHandle& job) {
                     const auto written = write_png(*pixels, path, overwrite);
                     job.post([this, &desk, written, path] {
                         if (written) {
                             desk.tell(fill(m_model.tr("notice.screenshot"), {{"file", path}}));
                         } else {
                             desk.complain(written.error().message);
                         }
                     });
                 });
}

void MainWindow::trace() {
    if (!m_options.print_trace)
        return;
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const auto layout = lay_out(size.x, size.y, m_theme.em, m_desktop.layout);
    std::string lines;
    if (m_frames_drawn == 1) {
        const auto passed = std::chrono::steady_clock::now() - m_options.started;
        lines = fmt::format("first_frame_ms {}\n",
                            std::chrono::duration_cast<std::chrono::milliseconds>(passed).count());
    }
    lines += m_trace.lines(m_model, layout.map, m_theme.scale);
    if (lines.empty())
        return;
    std::fputs(lines.c_str(), stdout);
    std::fflush(stdout);
}

void MainWindow::draw_frame() {
    Actions actions;
    take_input(actions);
    dress();
    draw_map();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    draw_desktop(m_model, m_theme, m_desktop, actions);
    ImGui::Render();
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(m_window.handle(), &width, &height);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, width, height);
    glClearColor(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    if (m_screenshot)
        save_screenshot(*std::exchange(m_screenshot, std::nullopt));
    glfwSwapBuffers(m_window.handle());
    ++m_frames_drawn;
    if (!actions.asked.empty())
        m_frames_due = kFramesAfterEvent + 1;  // this one is over
    m_runner.carry_out(actions);
    auto requests = m_runner.take_requests();
    if (requests.screenshot)
        m_screenshot = requests.screenshot;
    m_closing = m_closing || requests.close;
}

void MainWindow::run() {
    while (!m_closing) {
        wait();
        if (m_jobs.take_outcomes())
            m_frames_due = kFramesAfterEvent;
        if (m_runner.refresh(glfwGetTime()))
            m_frames_due = std::max(m_frames_due, 1);
        if (m_frames_due > 0 || ImGui::GetIO().WantTextInput || !m_model.jobs.empty()) {
            draw_frame();
            trace();
            m_frames_due = std::max(0, m_frames_due - 1);
        }
        m_window.set_title(window_title(m_model));
    }
    m_jobs.stop_all();
    m_jobs.finish();
}

}  // namespace

geo::Result<void> run_window(const WindowOptions& options) {
    auto window = GlfwWindow::create("Toposcope");
    if (!window)
        return tl::unexpected(window.error());
    auto fonts = find_font_files();
    if (!fonts)
        return tl::unexpected(fonts.error());
    MainWindow main_window(std::move(*window), options, std::move(*fonts));
    if (auto started = main_window.start(); !started)
        return started;
    main_window.run();
    return {};
}

}  // namespace app
