# The manual and the completions for shells: a small program prints them from the tables of commands,
# options, figures and formats, so that they cannot differ from what the command takes.
file(GLOB manual_sources CONFIGURE_DEPENDS src/manual/*.c)
list(REMOVE_ITEM manual_sources ${PROJECT_SOURCE_DIR}/src/manual/main.c)
add_library(vclink_manual_objects OBJECT ${manual_sources})
target_include_directories(vclink_manual_objects PUBLIC include src)
add_executable(vclink_manual src/manual/main.c)
target_link_libraries(vclink_manual PRIVATE vclink_manual_objects vclink_command_objects
                      vclink_shared)

# The day on which CHANGELOG.md says that this version was released; before that there is none.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS CHANGELOG.md)
string(REPLACE "." "\\." version_pattern ${PROJECT_VERSION})
file(STRINGS CHANGELOG.md release REGEX "^## ${version_pattern} \\([0-9-]+\\)" LIMIT_COUNT 1)
string(REGEX MATCH "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]" release_date "${release}")
target_compile_definitions(vclink_manual PRIVATE VCL_RELEASE_DATE="${release_date}")

set(manual ${PROJECT_BINARY_DIR}/manual)
add_custom_command(OUTPUT ${manual}.stamp
                   COMMAND ${CMAKE_COMMAND} -E rm -rf ${manual}
                   COMMAND vclink_manual ${manual}
                   COMMAND ${CMAKE_COMMAND} -E touch ${manual}.stamp
                   DEPENDS vclink_manual vclink_shared
                   COMMENT "Printing the manual and the completions")
add_custom_target(manual ALL DEPENDS ${manual}.stamp)
