# Tests. Every tests/<folder>/test_*.c is a cmocka program over the static library; scripts run the
# command. A script that ends with status 77 counts as skipped.
pkg_check_modules(CMOCKA REQUIRED IMPORTED_TARGET cmocka)

# A locale with a decimal comma for tests that want one, as few machines have any. The ./ matters: it
# keeps localedef out of the system's own archive.
find_program(LOCALEDEF localedef)
if(LOCALEDEF AND NOT EXISTS ${PROJECT_BINARY_DIR}/locale/vi_VN.UTF-8)
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/locale)
    execute_process(COMMAND ${LOCALEDEF} -i vi_VN -f UTF-8 ./vi_VN.UTF-8 OUTPUT_QUIET ERROR_QUIET
                    WORKING_DIRECTORY ${PROJECT_BINARY_DIR}/locale)
endif()

# tests/support/ serves all of them; alloc.c, which makes allocations fail, only test_*alloc*.c.
file(GLOB support_sources CONFIGURE_DEPENDS tests/support/*.c)
list(FILTER support_sources EXCLUDE REGEX "/alloc\\.c$")
file(GLOB test_sources CONFIGURE_DEPENDS tests/*/test_*.c)
foreach(source ${test_sources})
    get_filename_component(name ${source} NAME_WE)
    get_filename_component(folder ${source} DIRECTORY)
    get_filename_component(folder ${folder} NAME)
    set(target ${folder}_${name})
    add_executable(${target} ${source} ${support_sources})
    set_target_properties(${target} PROPERTIES
                          RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    target_include_directories(${target} PRIVATE src tests)
    target_compile_definitions(${target} PRIVATE VCL_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                               VCL_VERSION="${PROJECT_VERSION}")
    target_link_libraries(${target} PRIVATE vclink_static PkgConfig::CMOCKA)
    if(folder STREQUAL "cli")
        target_link_libraries(${target} PRIVATE vclink_command_objects)
    elseif(folder STREQUAL "manual")
        target_link_libraries(${target} PRIVATE vclink_manual_objects vclink_command_objects)
    endif()
    if(target STREQUAL "manual_test_manual") # it adds to the tables
        target_link_options(${target} PRIVATE LINKER:--wrap=cli_option_at
                            LINKER:--wrap=cli_command_at)
    endif()
    if(name MATCHES "alloc")
        target_sources(${target} PRIVATE tests/support/alloc.c)
        target_link_options(${target} PRIVATE LINKER:--wrap=malloc,--wrap=calloc
                            LINKER:--wrap=realloc,--wrap=strdup)
    endif()
    add_test(NAME ${folder}/${name} COMMAND ${target} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(${folder}/${name} PROPERTIES LABELS unit TIMEOUT 600
                         ENVIRONMENT LOCPATH=${PROJECT_BINARY_DIR}/locale)
endforeach()

# Fuzzers, by clang's libFuzzer: scripts/test --all builds and runs them.
option(VCLINK_FUZZER "Build tests/fuzz (clang)" OFF)
if(VCLINK_FUZZER)
    file(GLOB fuzz_sources CONFIGURE_DEPENDS tests/fuzz/fuzz_*.c)
    foreach(source ${fuzz_sources})
        get_filename_component(name ${source} NAME_WE)
        add_executable(${name} ${source})
        target_include_directories(${name} PRIVATE src tests)
        target_link_libraries(${name} PRIVATE vclink_static)
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    endforeach()
endif()

# Scripts: tests/<folder>/test_*.py and those that are told where the command is.
set(command ${PROJECT_BINARY_DIR}/vclink)
function(add_script name script)
    add_test(NAME ${name} COMMAND /usr/bin/python3 tests/${script} ${ARGN}
             WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(${name} PROPERTIES LABELS script SKIP_RETURN_CODE 77 TIMEOUT 900)
    set_property(TEST ${name} PROPERTY ENVIRONMENT VCLINK=${command}
                 VCLINK_BUILD=${PROJECT_BINARY_DIR} PYTHONDONTWRITEBYTECODE=1)
endfunction()

file(GLOB test_scripts CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/tests
     tests/*/test_*.py)
foreach(script ${test_scripts})
    string(REGEX REPLACE "\\.py$" "" name ${script})
    add_script(${name} ${script})
endforeach()
add_script(cli/golden cli/run_golden.py)
if(EXISTS ${PROJECT_SOURCE_DIR}/tests/bad/run.py)
    add_script(bad/run bad/run.py --vclink ${command})
endif()
if(EXISTS ${PROJECT_SOURCE_DIR}/tests/oracle/compare.py)
    add_script(oracle/compare oracle/compare.py --vclink ${command} --chains 2000 --real-data
               --real datasets/tan-lac-2023/tan-lac-2023.json)
endif()
