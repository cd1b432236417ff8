# SPDX-FileCopyrightText: 2026 The Quntai authors
# SPDX-License-Identifier: GPL-3.0-or-later
# One target carries every compiler rule of the project; each module links it.
option(QUNTAI_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_AUTOMOC ON)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_INCLUDE_CURRENT_DIR OFF)

add_library(quntai_options INTERFACE)
target_compile_options(quntai_options INTERFACE
    -Wall -Wextra -Wpedantic -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    -Wsuggest-override -Wimplicit-fallthrough -Wshadow=local -Werror
    # The same decisions bit for bit everywhere (decide/ and language/ rely on it).
    -ffp-contract=off
    # Programs and libraries alike, so that they can share precompiled headers.
    -fPIC)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 14.2 loses stores to lists that are moved from, seen with -Os (a word diff lost every change,
    # a list its rows) and never with -O2. Merging like functions takes part in it, and like lists are
    # many here; so neither -Os nor that.
    target_compile_options(quntai_options INTERFACE -fno-ipa-icf)
    # Half a megabyte of relocations less to read at each start (glibc 2.36 and newer).
    target_link_options(quntai_options INTERFACE LINKER:-z,pack-relative-relocs)
endif()
target_compile_definitions(quntai_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
    QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QUNTAI_VERSION="${PROJECT_VERSION}")
target_include_directories(quntai_options INTERFACE ${CMAKE_SOURCE_DIR})
if(QUNTAI_SANITIZE)
    target_compile_options(quntai_options INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
        # GCC 14 sees uninitialised members in the standard library's <regex> once it is
        # instrumented; the release build stays strict.
        -Wno-error=maybe-uninitialized)
    target_link_options(quntai_options INTERFACE -fsanitize=address,undefined)
endif()

find_program(QUNTAI_CCACHE ccache)
if(QUNTAI_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${QUNTAI_CCACHE})
endif()
