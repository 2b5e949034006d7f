// EGL without a display: Mesa's surfaceless platform, else the first device, else what is default.
#include "app/render/offscreen_context.hpp"

#include <epoxy/egl.h>
// epoxy's EGL comes before its GL.
#include <epoxy/gl.h>

#include <array>
#include <string>

namespace app {
namespace {

std::string egl_error(const char* what) {
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "no OpenGL without a display: %s failed (EGL 0x%04x)",
                  what, static_cast<unsigned>(eglGetError()));
    return text.data();
}

EGLDisplay initialised(EGLDisplay display) {
    if (display == EGL_NO_DISPLAY)
        return EGL_NO_DISPLAY;
    return eglInitialize(display, nullptr, nullptr) ? display : EGL_NO_DISPLAY;
}

EGLDisplay open_display() {
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_platform_base")) {
        if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
            const EGLDisplay display = initialised(eglGetPlatformDisplayEXT(
                EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr));
            if (display != EGL_NO_DISPLAY)
                return display;
        }
        if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_device_enumeration") &&
            epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_platform_device")) {
            EGLDeviceEXT device = nullptr;
            EGLint count = 0;
            if (eglQueryDevicesEXT(1, &device, &count) && count > 0) {
                const EGLDisplay display =
                    initialised(eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT, device, nullptr));
                if (display != EGL_NO_DISPLAY)
                    return display;
            }
        }
    }
    return initialised(eglGetDisplay(EGL_DEFAULT_DISPLAY));
}

}  // namespace

struct OffscreenContext::Impl {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    ~Impl() {
        if (display == EGL_NO_DISPLAY)
            return;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context != EGL_NO_CONTEXT)
            eglDestroyContext(display, context);
        eglTerminate(display);
    }
};

geo::Result<OffscreenContext> OffscreenContext::create() {
    auto impl = std::make_unique<Impl>();
    impl->display = open_display();
    if (impl->display == EGL_NO_DISPLAY)
        return geo::fail(egl_error("eglInitialize"));
    if (!eglBindAPI(EGL_OPENGL_API))
        return geo::fail(egl_error("eglBindAPI"));
    const EGLint config_wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE,
                                    EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (!eglChooseConfig(impl->display, config_wanted, &config, 1, &count) || count == 0) {
        return geo::fail(egl_error("eglChooseConfig"));
    }
    const EGLint context_wanted[] = {EGL_CONTEXT_MAJOR_VERSION,
                                     3,
                                     EGL_CONTEXT_MINOR_VERSION,
                                     3,
                                     EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                     EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                     EGL_NONE};
    impl->context = eglCreateContext(impl->display, config, EGL_NO_CONTEXT, context_wanted);
    if (impl->context == EGL_NO_CONTEXT)
        return geo::fail(egl_error("eglCreateContext"));
    if (!eglMakeCurrent(impl->display, EGL_NO_SURFACE, EGL_NO_SURFACE, impl->context)) {
        return geo::fail(egl_error("eglMakeCurrent"));
    }
    return OffscreenContext(std::move(impl));
}

OffscreenContext::OffscreenContext(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
OffscreenContext::OffscreenContext(OffscreenContext&&) noexcept = default;
OffscreenContext& OffscreenContext::operator=(OffscreenContext&&) noexcept = default;
OffscreenContext::~OffscreenContext() = default;

}  // namespace app
