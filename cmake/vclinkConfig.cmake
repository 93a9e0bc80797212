# find_package(vclink) gives vclink::vclink (shared) and vclink::vclink_static.
include(CMakeFindDependencyMacro)
find_dependency(PkgConfig)
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_dependency(Threads)
pkg_check_modules(IGRAPH REQUIRED IMPORTED_TARGET "igraph >= 0.10" "igraph < 1.0")
pkg_check_modules(JANSSON REQUIRED IMPORTED_TARGET "jansson >= 2.14")
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET "libutf8proc >= 2.6")
include(${CMAKE_CURRENT_LIST_DIR}/vclinkTargets.cmake)
