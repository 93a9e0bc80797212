# What is installed: the command with its manual and completions, the README with its pictures, the
# guides with their example, both libraries, headers, vclink.pc and the CMake package.
include(CMakePackageConfigHelpers)

install(TARGETS vclink_command)
install(TARGETS vclink_shared vclink_static EXPORT vclink_targets)
install(DIRECTORY include/vclink TYPE INCLUDE)
install(FILES README.md LICENSE TYPE DOC)
install(DIRECTORY docs/figures DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)
install(FILES docs/guide.vi.md docs/guide.en.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)
install(DIRECTORY datasets/example-registers DESTINATION ${CMAKE_INSTALL_DOCDIR}/datasets)
install(DIRECTORY ${manual}/man/ TYPE MAN)
install(DIRECTORY ${manual}/bash/ DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(DIRECTORY ${manual}/zsh/ DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(DIRECTORY ${manual}/fish/ DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# The prefix is found from the file's own place, so that an installed tree may be moved.
file(RELATIVE_PATH prefix_from_pc /p/${CMAKE_INSTALL_LIBDIR}/pkgconfig /p)
configure_file(cmake/vclink.pc.in vclink.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/vclink.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/vclink)
write_basic_package_version_file(vclinkConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/vclinkConfig.cmake ${PROJECT_BINARY_DIR}/vclinkConfigVersion.cmake
        DESTINATION ${package_folder})
install(EXPORT vclink_targets NAMESPACE vclink:: FILE vclinkTargets.cmake
        DESTINATION ${package_folder})
