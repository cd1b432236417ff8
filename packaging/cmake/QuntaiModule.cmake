# SPDX-FileCopyrightText: 2026 The Quntai authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The precompiled headers of the project, by what a folder includes anyway: core and window know Qt
# alone (widgets/common and what tests it), domain adds the values and events of models/domain, desk
# the session and Qt Widgets. Half of the time of a file that reads an event goes into these headers.
function(quntai_add_precompiled_headers)
    foreach(kind IN ITEMS domain window desk)
        set(source ${CMAKE_BINARY_DIR}/pch_${kind}.cpp)
        file(CONFIGURE OUTPUT ${source} CONTENT "// Carries the precompiled header.\n" @ONLY)
        add_library(quntai_pch_${kind} OBJECT ${source})
        # Found by the include path: an absolute path would keep a compiler cache from sharing it.
        target_precompile_headers(quntai_pch_${kind} PRIVATE
            "\"packaging/pch/${kind}.h\"")
        set_target_properties(quntai_pch_${kind} PROPERTIES AUTOMOC OFF)
        target_link_libraries(quntai_pch_${kind} PRIVATE quntai_options Qt6::Core)
    endforeach()
    target_link_libraries(quntai_pch_window PRIVATE Qt6::Widgets)
    target_link_libraries(quntai_pch_desk PRIVATE Qt6::Widgets)
endfunction()

function(quntai_use_precompiled_headers target)
    set(kind domain)
    if(CMAKE_CURRENT_SOURCE_DIR MATCHES "/widgets/common(/|$)")
        set(kind window)
    elseif(CMAKE_CURRENT_SOURCE_DIR MATCHES "/(widgets|console)(/|$)")
        set(kind desk)
    endif()
    target_precompile_headers(${target} REUSE_FROM quntai_pch_${kind})
endfunction()

# quntai_module(<name> SOURCES a.h a.cpp … LINKS …)
# One folder is one static library; its link line is the layering rule (CONTRIBUTING.md, Layout).
# Includes are written from the top: #include "models/domain/ids.h".
function(quntai_module name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC quntai_options ${arg_LINKS})
    quntai_use_precompiled_headers(${name})
endfunction()

# Where the npm packages of tests/peers/<name> are installed; their tests are skipped without.
if(DEFINED ENV{QUNTAI_PEERS_DIR})
    set(QUNTAI_PEERS_DIR $ENV{QUNTAI_PEERS_DIR} CACHE PATH "Installed test peers")
else()
    set(QUNTAI_PEERS_DIR ${CMAKE_SOURCE_DIR}/build/peers CACHE PATH "Installed test peers")
endif()

# Seconds one test may take; packaging/test --soak gives more.
set(QUNTAI_TEST_TIMEOUT 600 CACHE STRING "Seconds after which ctest ends a test")

# quntai_moc_sources(<target> a.h a.cpp …)
# Moc for the few sources of a small program, as they say it: a .cpp that includes its .moc, a header
# with Q_OBJECT. AUTOMOC costs each program a scan and a file of its own to compile.
function(quntai_moc_sources target)
    set(into ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc)
    foreach(source IN LISTS ARGN)
        file(STRINGS ${source} marks REGEX "^ *Q_OBJECT|^#include \"[a-z_]+[.]moc\"")
        if(NOT marks)
            continue()
        endif()
        cmake_path(GET source STEM stem)
        set(moc ${into}/${stem}.moc)
        if(source MATCHES "[.]h$")
            set(moc ${into}/moc_${stem}.cpp)
        endif()
        qt_generate_moc(${source} ${moc} TARGET ${target})
        target_sources(${target} PRIVATE ${moc})
    endforeach()
    target_include_directories(${target} PRIVATE ${into})
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
endfunction()

# quntai_test(<name> SOURCES a.cpp … LINKS … [ARGS …])
# One Qt Test (or plain) program run by ctest, headless.
function(quntai_test name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS;ARGS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    quntai_moc_sources(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE quntai_options Qt6::Test ${arg_LINKS})
    quntai_use_precompiled_headers(${name})
    add_test(NAME ${name} COMMAND ${name} ${arg_ARGS})
    set_tests_properties(${name} PROPERTIES
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QUNTAI_BIN_DIR=${CMAKE_RUNTIME_OUTPUT_DIRECTORY};QUNTAI_SOURCE_DIR=${CMAKE_SOURCE_DIR};QUNTAI_PEERS_DIR=${QUNTAI_PEERS_DIR}"
        TIMEOUT ${QUNTAI_TEST_TIMEOUT})
endfunction()

# quntai_sql(<target> <family> 001_name.sql …)
# Builds the numbered schema files of resources/sql/<family> into a target, as :/sql/<family>.
function(quntai_sql target family)
    list(TRANSFORM ARGN PREPEND ${CMAKE_SOURCE_DIR}/resources/sql/${family}/ OUTPUT_VARIABLE files)
    qt_add_resources(${target} "${target}_${family}" PREFIX "/sql/${family}"
        BASE ${CMAKE_SOURCE_DIR}/resources/sql/${family} FILES ${files})
endfunction()
