# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler settings as one interface target, so that no folder sets flags of its own.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(QT_QML_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/qml")

# moc 6.4 cannot read libstdc++'s <concepts>, which <compare> brings in; this is that header's include guard.
set(CMAKE_AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS")

find_program(ATRIUM_CCACHE ccache)
if(ATRIUM_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${ATRIUM_CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER "${ATRIUM_CCACHE}")
endif()

add_library(atrium_options INTERFACE)
target_include_directories(atrium_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(atrium_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
  -Woverloaded-virtual -Wold-style-cast -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # Optimising, GCC 12 sees an overlap in a std::string that is given a literal (its bugs 105329 and 105651).
  target_compile_options(atrium_options INTERFACE $<$<CONFIG:RelWithDebInfo>:-Wno-restrict>)
endif()
target_compile_definitions(atrium_options INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(ATRIUM_SANITIZE)
  add_compile_options(-fsanitize=${ATRIUM_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${ATRIUM_SANITIZE})
endif()
find_program(ATRIUM_MOLD mold)
if(ATRIUM_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# atrium_library(name SOURCES … LINK … ): a static library with the house's options.
function(atrium_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE atrium_options ${ARG_PRIVATE_LINK})
  target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}")
endfunction()

# A test's own code runs once: what compiles fastest is quickest. What it tests keeps the preset's flags.
function(atrium_compile_quickly name)
  target_compile_options(${name} PRIVATE $<$<CONFIG:Debug>:-O0>)
endfunction()

# atrium_gtest(name SOURCES … LINK … ): one GoogleTest program, one CTest entry.
function(atrium_gtest name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  # Tests keep helpers of the same name side by side; joined in one unit they would clash.
  set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
  target_link_libraries(${name} PRIVATE atrium_options ${ARG_LINK} GTest::gtest GTest::gmock GTest::gtest_main)
  atrium_compile_quickly(${name})
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}")
endfunction()

# atrium_qttest(name SOURCES … LINK … ): one QtTest program run on the offscreen platform.
function(atrium_qttest name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON UNITY_BUILD OFF)
  target_link_libraries(${name} PRIVATE atrium_options ${ARG_LINK} Qt6::Test)
  atrium_compile_quickly(${name})
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=zh_CN.UTF-8;TZ=Asia/Shanghai")
endfunction()
