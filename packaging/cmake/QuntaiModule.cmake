# SPDX-FileCopyrightText: 2026 The Quntai authors
# SPDX-License-Identifier: GPL-3.0-or-later

# quntai_module(<name> SOURCES a.h a.cpp … LINKS …)
# One folder is one static library; its link line is the layering rule (CONTRIBUTING.md, Layout).
# Includes are written from the top: #include "models/domain/ids.h".
function(quntai_module name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC quntai_options ${arg_LINKS})
endfunction()

# Where the npm packages of tests/peers/<name> are installed; their tests are skipped without.
if(DEFINED ENV{QUNTAI_PEERS_DIR})
    set(QUNTAI_PEERS_DIR $ENV{QUNTAI_PEERS_DIR} CACHE PATH "Installed test peers")
else()
    set(QUNTAI_PEERS_DIR ${CMAKE_SOURCE_DIR}/build/peers CACHE PATH "Installed test peers")
endif()

# quntai_test(<name> SOURCES a.cpp … LINKS … [PROPERTIES …])
# One Qt Test (or plain) program run by ctest, headless.
function(quntai_test name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS;ARGS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE quntai_options Qt6::Test ${arg_LINKS})
    add_test(NAME ${name} COMMAND ${name} ${arg_ARGS})
    set_tests_properties(${name} PROPERTIES
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QUNTAI_BIN_DIR=${CMAKE_RUNTIME_OUTPUT_DIRECTORY};QUNTAI_SOURCE_DIR=${CMAKE_SOURCE_DIR};QUNTAI_PEERS_DIR=${QUNTAI_PEERS_DIR}"
        TIMEOUT 600)
endfunction()

# quntai_sql(<target> <family> 001_name.sql …)
# Builds the numbered schema files of resources/sql/<family> into a target, as :/sql/<family>.
function(quntai_sql target family)
    list(TRANSFORM ARGN PREPEND ${CMAKE_SOURCE_DIR}/resources/sql/${family}/ OUTPUT_VARIABLE files)
    qt_add_resources(${target} "${target}_${family}" PREFIX "/sql/${family}"
        BASE ${CMAKE_SOURCE_DIR}/resources/sql/${family} FILES ${files})
endfunction()
