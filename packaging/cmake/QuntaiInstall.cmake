# SPDX-FileCopyrightText: 2026 The Quntai authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where. Included last, when all programs are known.
include(GNUInstallDirs)

foreach(program quntai quntai-backend quntai-imagehelper quntai-picturereader)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
endforeach()

if(TARGET quntai)
    install(FILES packaging/quntai.desktop RENAME cn.quntai.Console.desktop
        DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES packaging/cn.quntai.Console.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES resources/icons/quntai.svg RENAME cn.quntai.Console.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()

if(TARGET quntai-backend)
    # The unit names the program by the prefix of this install, which may be chosen only then.
    set(unit ${CMAKE_BINARY_DIR}/quntai-backend.service)
    install(CODE "
        file(READ \"${CMAKE_SOURCE_DIR}/packaging/quntai-backend.service\" text)
        string(REPLACE /usr/bin/ \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/\" text \"\${text}\")
        file(WRITE \"${unit}\" \"\${text}\")")
    install(FILES ${unit} DESTINATION lib/systemd/system)
endif()
