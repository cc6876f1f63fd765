# SPDX-License-Identifier: GPL-3.0-or-later
# Every outside library, found once. The packages are named in installers/bootstrap.sh.
find_package(Threads REQUIRED)
find_package(Boost 1.81 CONFIG REQUIRED COMPONENTS json)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(Sodium REQUIRED IMPORTED_TARGET libsodium)

if(ATRIUM_SERVER)
  find_package(PostgreSQL REQUIRED)
  if(NOT TARGET PostgreSQL::client)
    # Poco's package names this target and defines it nowhere.
    add_library(PostgreSQL::client ALIAS PostgreSQL::PostgreSQL)
  endif()
  find_package(Poco 1.11 REQUIRED COMPONENTS Foundation Net NetSSL Crypto Util Data DataSQLite DataPostgreSQL)
endif()

if(ATRIUM_CLIENTS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS
    Core Gui Network Qml Quick QuickControls2 Widgets Svg SvgWidgets Charts PrintSupport SerialPort
    TextToSpeech Multimedia Sql LinguistTools Test QuickTest)
  find_package(ZXing 1.4 REQUIRED)
  pkg_check_modules(XlsxWriter REQUIRED IMPORTED_TARGET xlsxwriter)
  pkg_check_modules(Xcb REQUIRED IMPORTED_TARGET xcb)
endif()

if(ATRIUM_TESTS)
  find_package(GTest REQUIRED)
  find_package(benchmark REQUIRED)
  find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
  add_library(rapidcheck UNKNOWN IMPORTED)
  set_target_properties(rapidcheck PROPERTIES IMPORTED_LOCATION "${RAPIDCHECK_LIBRARY}")
endif()
