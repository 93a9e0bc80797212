# Makes the report's page a C file: cmake -DSOURCE=src/report -DOUTPUT=page.c -P page.cmake
#
# page.html is the frame. Its holes are {{style}} and {{script}}, which are filled here with page.css
# and the scripts that scripts.txt lists, joined in that order within one function; {{style-hash}}
# and {{script-hash}}, their SHA-256 for the Content-Security-Policy; all others stay slots that
# src/export/html.c fills when it writes a report. See src/export/page.h for what comes out.
cmake_minimum_required(VERSION 3.20)

# The base64 (RFC 4648) of a SHA-256: 32 bytes and one of padding are 11 groups of 6 hexadecimal
# digits, each four letters; the last letter stands for the padding.
function(to_base64 sha256 out)
    set(letters ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
    set(text "")
    foreach(at RANGE 0 60 6)
        string(SUBSTRING "${sha256}00" ${at} 6 group)
        foreach(shift 18 12 6 0)
            math(EXPR letter "(0x${group} >> ${shift}) & 63")
            string(SUBSTRING "${letters}" ${letter} 1 letter)
            string(APPEND text "${letter}")
        endforeach()
    endforeach()
    string(SUBSTRING "${text}" 0 43 text)
    set(${out} "${text}=" PARENT_SCOPE)
endfunction()

# What a browser hashes is what stands between the tags, byte for byte.
function(to_hash text out)
    string(SHA256 hex "${text}")
    to_base64("${hex}" base64)
    set(${out} "sha256-${base64}" PARENT_SCOPE)
endfunction()

# Text that would end its element early, or be read otherwise than it is hashed.
function(refuse text what)
    string(TOLOWER "${text}" lower)
    foreach(bad "</script" "<!--" "</style" "<script")
        string(FIND "${lower}" "${bad}" at)
        if(NOT at EQUAL -1)
            message(FATAL_ERROR "${what} must not contain ${bad}")
        endif()
    endforeach()
endfunction()

# A script is not a module and its names must not reach the page.
function(join_scripts out)
    file(STRINGS "${SOURCE}/scripts.txt" names)
    file(GLOB present RELATIVE "${SOURCE}" "${SOURCE}/*.js")
    list(SORT present)
    set(listed ${names})
    list(SORT listed)
    if(NOT "${listed}" STREQUAL "${present}")
        message(FATAL_ERROR "scripts.txt lists ${listed}, but there are ${present}")
    endif()
    set(text "(function () {\n\"use strict\";\n")
    foreach(name ${names})
        file(READ "${SOURCE}/${name}" script)
        string(APPEND text "${script}")
    endforeach()
    string(APPEND text "})();\n")
    set(${out} "${text}" PARENT_SCOPE)
endfunction()

# Moves `literal` into the arrays. A macro's arguments would be read once more: it has none.
macro(end_literal)
    string(HEX "${literal}" hex)
    string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
    string(APPEND arrays "static const unsigned char part_${count}[] = {\n${hex}\n};\n")
    string(APPEND parts "    { VCL_PAGE_BYTES, part_${count}, sizeof part_${count} },\n")
    math(EXPR count "${count} + 1")
    set(literal "")
endmacro()

file(READ "${SOURCE}/page.html" rest)
file(READ "${SOURCE}/page.css" style)
join_scripts(script)
refuse("${style}" page.css)
refuse("${script}" "the scripts")
to_hash("${style}" style-hash)
to_hash("${script}" script-hash)

set(count 0)
set(arrays "")
set(parts "")
set(literal "")
while(TRUE)
    string(FIND "${rest}" "{{" open)
    if(open EQUAL -1)
        break()
    endif()
    string(SUBSTRING "${rest}" 0 ${open} before)
    string(SUBSTRING "${rest}" ${open} -1 rest)
    string(FIND "${rest}" "}}" close)
    if(close EQUAL -1)
        message(FATAL_ERROR "page.html: a {{ without }}")
    endif()
    string(SUBSTRING "${rest}" 0 ${close} hole)
    string(SUBSTRING "${hole}" 2 -1 hole)
    math(EXPR close "${close} + 2")
    string(SUBSTRING "${rest}" ${close} -1 rest)
    string(APPEND literal "${before}")
    if(hole MATCHES "^(style|script|style-hash|script-hash)$")
        string(APPEND literal "${${hole}}")
    else()
        end_literal()
        string(TOUPPER "${hole}" hole)
        string(APPEND parts "    { VCL_PAGE_${hole}, NULL, 0 },\n")
    endif()
endwhile()
string(APPEND literal "${rest}")
end_literal()

file(WRITE "${OUTPUT}" "/* The report's page, made by cmake/page.cmake from src/report. */
#include \"export/page.h\"

${arrays}
const vcl_page_part vcl_page_parts[] = {
${parts}};

const size_t vcl_page_part_count = sizeof vcl_page_parts / sizeof vcl_page_parts[0];
")
