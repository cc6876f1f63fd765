# SPDX-License-Identifier: GPL-3.0-or-later
# atrium_qml_module(name URI Atrium.X [QML_FOLDER qml] QML_FILES … [SOURCES …] [TS_FILES …] [LINK …] [IMPORTS …])
# A static QML module with the house's options. Programs that use it link `name` and `nameplugin`, write
# Q_IMPORT_QML_PLUGIN and give the engine the import path qrc:/qt/qml (shared/ui/quickapp.h does the latter).
# QML_FILES lie flat in QML_FOLDER; TS_FILES become :/i18n/<file>.qm; `name_lupdate` refreshes them.
function(atrium_qml_module name)
  cmake_parse_arguments(ARG "" "URI;QML_FOLDER" "QML_FILES;SOURCES;TS_FILES;LINK;IMPORTS" ${ARGN})
  set(qml_files)
  foreach(file IN LISTS ARG_QML_FILES)
    set(path "${file}")
    if(ARG_QML_FOLDER)
      set(path "${ARG_QML_FOLDER}/${file}")
    endif()
    get_filename_component(alias "${file}" NAME)
    set_source_files_properties("${path}" PROPERTIES QT_RESOURCE_ALIAS "${alias}")
    list(APPEND qml_files "${path}")
  endforeach()
  qt_add_library(${name} STATIC)
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  # The registration code that Qt generates includes headers by their bare names.
  set(folders)
  foreach(file IN LISTS ARG_SOURCES)
    get_filename_component(folder "${file}" DIRECTORY)
    list(APPEND folders "${CMAKE_CURRENT_SOURCE_DIR}/${folder}")
  endforeach()
  list(REMOVE_DUPLICATES folders)
  target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}" PRIVATE ${folders})
  target_link_libraries(${name} PUBLIC ${ARG_LINK} PRIVATE atrium_options)
  qt_add_qml_module(${name}
    URI ${ARG_URI} VERSION 1.0 RESOURCE_PREFIX /qt/qml
    DEPENDENCIES QtQml.Models QtQuick ${ARG_IMPORTS}
    SOURCES ${ARG_SOURCES}
    QML_FILES ${qml_files})
  if(ARG_TS_FILES)
    qt_add_translations(${name} TS_FILES ${ARG_TS_FILES} RESOURCE_PREFIX /i18n
      SOURCES ${ARG_SOURCES} ${qml_files})
  endif()
  atrium_quiet_generated(${name})
endfunction()

# Code that Qt's tools generate is not ours to mend: it is compiled without warnings.
function(atrium_quiet_generated name)
  get_target_property(sources ${name} SOURCES)
  foreach(file IN LISTS sources)
    if(file MATCHES "/\\.rcc/|_qmltyperegistrations\\.cpp$|_qmlcache_loader\\.cpp$")
      set_source_files_properties("${file}" PROPERTIES COMPILE_OPTIONS "-w")
    endif()
  endforeach()
endfunction()
