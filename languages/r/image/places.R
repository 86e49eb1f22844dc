# A script that ends in an error says at which line of which file: R itself names only the call.
options(error = local({
  entry <- function() sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)[1])

  firstLine <- function(call) deparse(call, nlines = 1)[1]

  # Each expression of a file, as R prints it, and its line.
  expressionsOf <- function(file) {
    data <- utils::getParseData(parse(file, keep.source = TRUE))
    data <- head(data[data$token == "expr", ], 5000)
    read <- function(text) tryCatch(firstLine(str2lang(text)), error = function(e) NA_character_)
    texts <- vapply(utils::getParseText(data, data$id), read, "")
    data.frame(file = rep(file, nrow(data)), line = data$line1, text = texts)
  }

  # What stands in the source for a call such as `$<-`(`*tmp*`, height, value = 1:2): $height <-
  assignment <- function(call) {
    operator <- sub("<-$", "", as.character(call[[1]])[1])
    if (!operator %in% c("$", "[", "[[") || operator == as.character(call[[1]])[1]) return(NULL)
    inside <- as.list(call)[-(1:2)]
    inside$value <- NULL
    paste0(sub("x", "", firstLine(as.call(c(as.name(operator), quote(x), inside)))), " <- ")
  }

  placeOf <- function(calls, message) {
    files <- unique(c(entry(), list.files(pattern = "[.][Rr]$", recursive = TRUE)))
    known <- do.call(rbind, lapply(files, expressionsOf))
    called <- rev(vapply(calls, firstLine, ""))
    failed <- known$text[startsWith(message, paste("Error in", known$text, ": "))]
    unknown <- regmatches(message, regexec("object '(.*)' not found", message))[[1]][2]
    inner <- setdiff(failed[order(-nchar(failed))], called)
    for (text in c(inner, called, unknown)) {
      found <- known[known$text %in% text, ]
      if (!is.na(text) && nrow(found) > 0) return(sprintf("%s:%d", found$file[1], found$line[1]))
    }
    for (text in unlist(lapply(calls, assignment))) {
      found <- known[!is.na(known$text) & grepl(text, known$text, fixed = TRUE), ]
      if (nrow(found) > 0) return(sprintf("%s:%d", found$file[nrow(found)], found$line[nrow(found)]))
    }
    NULL
  }

  function() {
    calls <- head(sys.calls(), -1)
    message <- geterrmessage()
    told <- tryCatch({
      place <- placeOf(calls, message)
      if (!is.null(place)) paste0(place, ": ", sub("^Error(?: in .*? : |: )\\s*", "", message, perl = TRUE))
    }, error = conditionMessage)
    told <- sub("\n.*", "", told)
    cat(c(told[grepl("^[^:]+:\\d+:", told)], "Execution halted"), file = stderr(), sep = "\n")
    quit("no", status = 1, runLast = FALSE)
  }
}))
