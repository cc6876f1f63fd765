// SPDX-License-Identifier: GPL-3.0-or-later
// DesktopLink on X11: passive grabs on the root window (X11 protocol, GrabKey) and _NET_WM_STRUT_PARTIAL
// (Extended Window Manager Hints 1.5).
#include "apps/window-terminal/desktop/desktoplink.h"

#include <QAbstractNativeEventFilter>
#include <QGuiApplication>
#include <QScreen>
#include <QWindow>

#include <xcb/xcb.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string_view>
#include <vector>

namespace atrium::windowterminal {

namespace {

struct Free {
    void operator()(void* memory) const { std::free(memory); }
};
template <class Reply> using Owned = std::unique_ptr<Reply, Free>;

/// Caps lock and num lock do not make another key of it.
constexpr std::array<std::uint16_t, 4> kLocks{0, XCB_MOD_MASK_LOCK, XCB_MOD_MASK_2,
                                              XCB_MOD_MASK_LOCK | XCB_MOD_MASK_2};
constexpr std::uint16_t kModifiers =
    XCB_MOD_MASK_SHIFT | XCB_MOD_MASK_CONTROL | XCB_MOD_MASK_1 | XCB_MOD_MASK_4;

std::uint16_t maskOf(Qt::KeyboardModifiers modifiers) {
    std::uint16_t mask = 0;
    if (modifiers.testFlag(Qt::ShiftModifier))
        mask |= XCB_MOD_MASK_SHIFT;
    if (modifiers.testFlag(Qt::ControlModifier))
        mask |= XCB_MOD_MASK_CONTROL;
    if (modifiers.testFlag(Qt::AltModifier))
        mask |= XCB_MOD_MASK_1;
    if (modifiers.testFlag(Qt::MetaModifier))
        mask |= XCB_MOD_MASK_4;
    return mask;
}

class X11Link : public DesktopLink, public QAbstractNativeEventFilter {
public:
    explicit X11Link(xcb_connection_t* connection)
        : m_connection(connection), m_root(xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root) {
        qApp->installNativeEventFilter(this);
    }
    ~X11Link() override { releaseAll(); }

    bool grab(Qt::KeyboardModifiers modifiers, int digit) override {
        const xcb_keycode_t code = keyOf(digit);
        if (code == 0)
            return false;
        const std::uint16_t mask = maskOf(modifiers);
        for (const auto lock : kLocks) {
            const auto cookie =
                xcb_grab_key_checked(m_connection, 1, m_root, static_cast<std::uint16_t>(mask | lock), code,
                                     XCB_GRAB_MODE_ASYNC, XCB_GRAB_MODE_ASYNC);
            if (const Owned<xcb_generic_error_t> refused{xcb_request_check(m_connection, cookie)})
                return false;
        }
        m_digits[code] = digit;
        m_mask = mask;
        return true;
    }

    void releaseAll() override {
        for (const auto& [code, digit] : m_digits)
            xcb_ungrab_key(m_connection, code, m_root, XCB_MOD_MASK_ANY);
        m_digits.clear();
        xcb_flush(m_connection);
    }

    void reserve(QWindow& window, Edge edge, int height) override {
        const xcb_atom_t atom = atomOf("_NET_WM_STRUT_PARTIAL");
        const auto id = static_cast<xcb_window_t>(window.winId());
        if (height <= 0) {
            xcb_delete_property(m_connection, id, atom);
            xcb_flush(m_connection);
            return;
        }
        // Counted from the edge of the whole desktop, not of the one screen.
        const QRect screen = window.screen()->geometry();
        const QRect all = window.screen()->virtualGeometry();
        const bool top = edge == Edge::top;
        const int reach = height + (top ? screen.top() - all.top() : all.bottom() - screen.bottom());
        std::array<std::uint32_t, 12> strut{}; // left, right, top, bottom, then begin and end of each
        strut[top ? 2 : 3] = static_cast<std::uint32_t>(reach);
        strut[top ? 8 : 10] = static_cast<std::uint32_t>(screen.left() - all.left());
        strut[top ? 9 : 11] = static_cast<std::uint32_t>(screen.right() - all.left());
        xcb_change_property(m_connection, XCB_PROP_MODE_REPLACE, id, atom, XCB_ATOM_CARDINAL, 32,
                            static_cast<std::uint32_t>(strut.size()), strut.data());
        xcb_flush(m_connection);
    }

    bool nativeEventFilter(const QByteArray& type, void* message, qintptr* /*result*/) override {
        if (type != "xcb_generic_event_t" || m_digits.empty())
            return false;
        const auto* event = static_cast<const xcb_generic_event_t*>(message);
        const int kind = event->response_type & ~0x80;
        if (kind != XCB_KEY_PRESS && kind != XCB_KEY_RELEASE)
            return false;
        const auto* key = static_cast<const xcb_key_press_event_t*>(message);
        const auto digit = m_digits.find(key->detail);
        if (digit == m_digits.end() || (key->state & kModifiers) != m_mask)
            return false;
        // A key that rests sends release and press with the same time.
        const bool repeats = key->time == m_released;
        if (kind == XCB_KEY_RELEASE)
            m_released = key->time;
        else if (!repeats)
            Q_EMIT pressed(digit->second);
        return true;
    }

private:
    /// The key that bears the digit on the present keyboard; 0: none.
    [[nodiscard]] xcb_keycode_t keyOf(int digit) const {
        const auto* setup = xcb_get_setup(m_connection);
        const auto count = static_cast<std::uint8_t>(setup->max_keycode - setup->min_keycode + 1);
        const Owned<xcb_get_keyboard_mapping_reply_t> map{xcb_get_keyboard_mapping_reply(
            m_connection, xcb_get_keyboard_mapping(m_connection, setup->min_keycode, count), nullptr)};
        if (!map)
            return 0;
        const xcb_keysym_t* symbols = xcb_get_keyboard_mapping_keysyms(map.get());
        const auto wanted = static_cast<xcb_keysym_t>('0' + digit);
        for (int key = 0; key < count; ++key)
            if (symbols[key * map->keysyms_per_keycode] == wanted)
                return static_cast<xcb_keycode_t>(setup->min_keycode + key);
        return 0;
    }
    [[nodiscard]] xcb_atom_t atomOf(std::string_view name) const {
        const Owned<xcb_intern_atom_reply_t> atom{xcb_intern_atom_reply(
            m_connection,
            xcb_intern_atom(m_connection, 0, static_cast<std::uint16_t>(name.size()), name.data()), nullptr)};
        return atom ? atom->atom : xcb_atom_t{XCB_ATOM_NONE};
    }

    xcb_connection_t* m_connection;
    xcb_window_t m_root;
    std::map<xcb_keycode_t, int> m_digits;
    std::uint16_t m_mask = 0;
    xcb_timestamp_t m_released = 0;
};

/// Where the desktop is no X11: the bar works by its own keys.
class NoLink : public DesktopLink {
public:
    bool grab(Qt::KeyboardModifiers, int) override { return false; }
    void releaseAll() override {}
    void reserve(QWindow&, Edge, int) override {}
};

} // namespace

std::unique_ptr<DesktopLink> DesktopLink::make() {
    const auto* x11 = qApp->nativeInterface<QNativeInterface::QX11Application>();
    if (x11 != nullptr && x11->connection() != nullptr)
        return std::make_unique<X11Link>(x11->connection());
    return std::make_unique<NoLink>();
}

} // namespace atrium::windowterminal
