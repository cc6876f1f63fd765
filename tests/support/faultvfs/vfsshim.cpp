// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultvfs/vfsshim.h"

#include <stdexcept>
#include <utility>

// The callbacks are those of https://www.sqlite.org/c3ref/vfs.html and c3ref/io_methods.html.
namespace atrium::test {
namespace {

VfsShim::File& own(sqlite3_file* file) {
    return *static_cast<VfsShim::File*>(file);
}
sqlite3_file* behind(sqlite3_file* file) {
    return own(file).real;
}
VfsShim& shimOf(sqlite3_vfs* vfs) {
    return *static_cast<VfsShim*>(vfs->pAppData);
}

int fileControl(sqlite3_file* file, int what, void* argument) {
    // Whatever changes the file's size past write() and truncate() would go unnoticed; both are only hints.
    if (what == SQLITE_FCNTL_SIZE_HINT || what == SQLITE_FCNTL_CHUNK_SIZE)
        return SQLITE_OK;
    return behind(file)->pMethods->xFileControl(behind(file), what, argument);
}

/// Version 2: shared memory for the write-ahead log, but no memory-mapped pages, which nobody could watch.
const sqlite3_io_methods kMethods{
    2,
    [](sqlite3_file* file) { return own(file).shim->close(own(file)); },
    [](sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
        return own(file).shim->read(own(file), to, size, offset);
    },
    [](sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
        return own(file).shim->write(own(file), from, size, offset);
    },
    [](sqlite3_file* file, sqlite3_int64 size) { return own(file).shim->truncate(own(file), size); },
    [](sqlite3_file* file, int flags) { return own(file).shim->sync(own(file), flags); },
    [](sqlite3_file* file, sqlite3_int64* size) {
        return behind(file)->pMethods->xFileSize(behind(file), size);
    },
    [](sqlite3_file* file, int level) { return behind(file)->pMethods->xLock(behind(file), level); },
    [](sqlite3_file* file, int level) { return behind(file)->pMethods->xUnlock(behind(file), level); },
    [](sqlite3_file* file, int* out) {
        return behind(file)->pMethods->xCheckReservedLock(behind(file), out);
    },
    fileControl,
    [](sqlite3_file* file) { return behind(file)->pMethods->xSectorSize(behind(file)); },
    [](sqlite3_file* file) {
        // No promise of atomic writes; only what is said of neighbouring bytes is kept.
        return behind(file)->pMethods->xDeviceCharacteristics(behind(file)) &
               SQLITE_IOCAP_POWERSAFE_OVERWRITE;
    },
    [](sqlite3_file* file, int page, int size, int extend, void volatile** out) {
        return behind(file)->pMethods->xShmMap(behind(file), page, size, extend, out);
    },
    [](sqlite3_file* file, int offset, int count, int flags) {
        return behind(file)->pMethods->xShmLock(behind(file), offset, count, flags);
    },
    [](sqlite3_file* file) { behind(file)->pMethods->xShmBarrier(behind(file)); },
    [](sqlite3_file* file, int erase) { return behind(file)->pMethods->xShmUnmap(behind(file), erase); },
    nullptr,
    nullptr,
};

/// Where the default VFS keeps its part of an open file: behind ours.
constexpr int kOwnSize = (static_cast<int>(sizeof(VfsShim::File)) + 15) / 16 * 16;

int openFile(sqlite3_vfs* vfs, const char* path, sqlite3_file* raw, int flags, int* outFlags) {
    auto& file = own(raw);
    file.pMethods = nullptr;
    file.shim = &shimOf(vfs);
    file.real = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(raw) + kOwnSize);
    file.real->pMethods = nullptr;
    file.state = nullptr;
    const int code = file.shim->open(path, file, flags, outFlags);
    if (file.real->pMethods != nullptr)
        file.pMethods = &kMethods;
    return code;
}

} // namespace

VfsShim::VfsShim(std::string name, bool asDefault)
    : m_name(std::move(name)), m_real(sqlite3_vfs_find(nullptr)) {
    if (m_real == nullptr)
        throw std::runtime_error("SQLite has no VFS");
    m_vfs = *m_real; // every call that is not replaced below gets our structure, and needs only its fields
    m_vfs.szOsFile = kOwnSize + m_real->szOsFile;
    m_vfs.pNext = nullptr;
    m_vfs.zName = m_name.c_str();
    m_vfs.xOpen = openFile;
    m_vfs.xDelete = [](sqlite3_vfs* vfs, const char* path, int syncFolder) {
        return shimOf(vfs).remove(path, syncFolder);
    };
    m_vfs.pAppData = this;
    if (sqlite3_vfs_register(&m_vfs, asDefault ? 1 : 0) != SQLITE_OK)
        throw std::runtime_error("SQLite takes no VFS");
}

VfsShim::~VfsShim() {
    // The one that was the default becomes it again.
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_real, 1);
}

int VfsShim::open(const char* path, File& file, int flags, int* outFlags) {
    return m_real->xOpen(m_real, path, file.real, flags, outFlags);
}

int VfsShim::close(File& file) {
    delete std::exchange(file.state, nullptr);
    return file.real->pMethods->xClose(file.real);
}

int VfsShim::read(File& file, void* to, int size, sqlite3_int64 offset) {
    return file.real->pMethods->xRead(file.real, to, size, offset);
}

int VfsShim::write(File& file, const void* from, int size, sqlite3_int64 offset) {
    return file.real->pMethods->xWrite(file.real, from, size, offset);
}

int VfsShim::truncate(File& file, sqlite3_int64 size) {
    return file.real->pMethods->xTruncate(file.real, size);
}

int VfsShim::sync(File& file, int flags) {
    return file.real->pMethods->xSync(file.real, flags);
}

int VfsShim::remove(const char* path, int syncFolder) {
    return m_real->xDelete(m_real, path, syncFolder);
}

} // namespace atrium::test
