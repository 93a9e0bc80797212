# What R makes of an exported folder of CSV files and of the JSON with the same tables:
#   Rscript read.R FOLDER FIGURES.json
# Every figure of every table must be the same in both. Prints how many were compared.
arguments <- commandArgs(trailingOnly = TRUE)
package <- jsonlite::fromJSON(file.path(arguments[1], "datapackage.json"), simplifyVector = FALSE)
figures <- jsonlite::fromJSON(arguments[2])
compared <- 0
for (resource in package$resources) {
  rows <- read.csv(file.path(arguments[1], resource$path), encoding = "UTF-8", na.strings = "",
                   colClasses = c(id = "character"), stringsAsFactors = FALSE)
  table <- figures$tables[[resource$name]]
  stopifnot(nrow(rows) == NROW(table))
  for (field in resource$schema$fields) {
    if (nrow(rows) == 0 || !(field$type %in% c("integer", "number", "boolean"))) next
    ours <- rows[[field$name]]
    if (field$type == "boolean") ours <- as.logical(ours)
    theirs <- table[[field$name]]
    if (is.null(theirs)) theirs <- rep(NA, nrow(rows)) # only nulls
    stopifnot(identical(is.na(ours), is.na(theirs)))
    known <- !is.na(ours)
    stopifnot(isTRUE(all.equal(as.numeric(ours[known]), as.numeric(theirs[known]),
                               tolerance = 1e-12)))
    compared <- compared + sum(known)
  }
}
cat(compared, "figures are the same\n")
