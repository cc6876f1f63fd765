// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

namespace atrium::test {

/// An SQLite VFS that stands before the default one. A derived class changes what it wants to; everything
/// else passes through. While it lives it can be the program's default, so that code which names no VFS uses
/// it. SQLite may call it from any thread; all connections must be closed before it ends.
class VfsShim {
public:
    /// What a derived class remembers of one open file.
    struct State {
        virtual ~State() = default;
    };
    struct File : sqlite3_file {
        VfsShim* shim;
        sqlite3_file* real;
        State* state; ///< owned; null when the shim does not care about the file
    };

    VfsShim(std::string name, bool asDefault);
    VfsShim(const VfsShim&) = delete;
    VfsShim& operator=(const VfsShim&) = delete;
    virtual ~VfsShim();

    [[nodiscard]] const std::string& name() const { return m_name; }

    // Each gives an SQLite result code.
    virtual int open(const char* path, File& file, int flags, int* outFlags);
    virtual int close(File& file);
    virtual int read(File& file, void* to, int size, sqlite3_int64 offset);
    virtual int write(File& file, const void* from, int size, sqlite3_int64 offset);
    virtual int truncate(File& file, sqlite3_int64 size);
    virtual int sync(File& file, int flags);
    virtual int remove(const char* path, int syncFolder);

protected:
    [[nodiscard]] sqlite3_vfs* real() const { return m_real; }

private:
    std::string m_name;
    sqlite3_vfs* m_real;
    sqlite3_vfs m_vfs{};
};

} // namespace atrium::test
