/* vclink: who lacks a buyer in a farmers' value chain, and on whom it hangs.
 *
 *     vcl_import_read() registers of an office -> dataset, log and review list (results)
 *     vcl_chain_load()  bytes  -> chain     (or problems, each with file, line and pointer)
 *     vcl_analyze()     chain  -> result    (tables with typed columns)
 *     vcl_export()      result -> JSON, NDJSON, CSV, terminal
 *
 * Ownership in one sentence: what a function hands out through `**out` is the caller's to free
 * with the matching vcl_..._free(), and every other pointer belongs to the object it came from. */
#ifndef VCLINK_VCLINK_H
#define VCLINK_VCLINK_H

#include <vclink/analysis.h>
#include <vclink/chain.h>
#include <vclink/export.h>
#include <vclink/import.h>
#include <vclink/memory.h>
#include <vclink/message.h>
#include <vclink/problem.h>
#include <vclink/regions.h>
#include <vclink/status.h>
#include <vclink/table.h>

#endif
