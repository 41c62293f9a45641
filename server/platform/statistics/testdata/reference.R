# What R says, for statistics_test.cpp. Prints reference.csv: Rscript reference.R > reference.csv
# One line a figure: the question, its input (numbers with spaces between), the name of the figure, its value.

tell <- function(question, input, figures)
  for (name in names(figures))
    writeLines(paste(question, paste(input, collapse = " "), name, sprintf("%.17g", figures[[name]]), sep = ","))

limits <- function(hits, n, confidence)
  suppressWarnings(prop.test(hits, n, conf.level = confidence, correct = FALSE))$conf.int

wilson <- function(hits, n, confidence = 0.95) {
  both <- limits(hits, n, confidence)
  tell("wilson", c(hits, n, confidence), list(low = both[1], high = both[2]))
}

# Newcombe, Statistics in Medicine 17 (1998), method 10; a, b, c, d = both, only before, only after, neither.
shares <- function(a, b, c, d, confidence = 0.95) {
  n <- a + b + c + d
  before <- (a + b) / n
  after <- (a + c) / n
  of_before <- limits(a + b, n, confidence)
  of_after <- limits(a + c, n, confidence)
  margins <- (a + b) * (c + d) * (a + c) * (b + d)
  together <- a * d - b * c
  if (together > 0) together <- max(together - n / 2, 0)
  phi <- if (margins == 0) 0 else together / sqrt(margins)
  reach <- function(x, y) sqrt(x^2 - 2 * phi * x * y + y^2)
  p <- if (b + c == 0) 1 else binom.test(b, b + c)$p.value
  tell("shares", c(a, b, c, d, confidence), list(
    before = before, after = after, difference = after - before,
    low = after - before - reach(after - of_after[1], of_before[2] - before),
    high = after - before + reach(of_after[2] - after, before - of_before[1]),
    p = p, effect = 2 * asin(sqrt(after)) - 2 * asin(sqrt(before))))
}

# Made-up answers that any language makes alike: Lehmer's numbers, 48271·x mod 2^31 − 1.
numbers <- function(n, seed) {
  x <- numeric(n)
  for (i in seq_len(n)) x[i] <- seed <- (seed * 48271) %% 2147483647
  x
}

# A scale of 1 to 5; who answers again stays or moves by one or two, mostly upwards.
means <- function(n, seed, confidence = 0.95) {
  x <- numbers(2 * n, seed)
  before <- 1 + x[1:n] %% 5
  after <- pmin(5, pmax(1, before + x[(n + 1):(2 * n)] %% 4 - 1))
  found <- t.test(after, before, paired = TRUE, conf.level = confidence)
  tell("means", c(n, seed, confidence), list(
    mean_before = mean(before), mean_after = mean(after), difference = mean(after - before),
    low = found$conf.int[1], high = found$conf.int[2], t = found$statistic[[1]], p = found$p.value,
    effect = mean(after - before) / sd(after - before)))
}

# Quarters from 0 to 10, so that a quartile falls between two answers.
summaries <- function(n, seed) {
  x <- numbers(n, seed) %% 41 / 4
  q <- quantile(x, c(0.25, 0.5, 0.75), type = 7, names = FALSE)
  figures <- list(mean = mean(x), median = q[2], q1 = q[1], q3 = q[3])
  if (n > 1) figures$sd <- sd(x)
  tell("summary", c(n, seed), figures)
}

for (n in c(1, 2, 5, 112, 50000)) for (hits in unique(c(0, 1, n %/% 3, n - 1, n))) wilson(hits, n)
for (confidence in c(0.5, 0.8, 0.9, 0.95, 0.99, 0.999)) wilson(36, 112, confidence)

shares(1, 0, 0, 0); shares(0, 1, 0, 0); shares(0, 0, 1, 0); shares(0, 0, 0, 1)
shares(5, 0, 0, 0); shares(0, 5, 0, 0); shares(0, 0, 5, 0); shares(2, 0, 0, 3); shares(0, 2, 3, 0); shares(1, 1, 2, 1)
shares(54, 4, 14, 40); shares(10, 30, 30, 42); shares(0, 12, 0, 100); shares(0, 0, 12, 100); shares(100, 0, 12, 0)
shares(53, 1, 2, 56); shares(1, 53, 56, 2); shares(30, 26, 28, 28); shares(54, 4, 14, 40, 0.9); shares(54, 4, 14, 40, 0.99)
shares(20000, 4600, 5000, 20400); shares(0, 25000, 25000, 0); shares(24999, 1, 0, 25000); shares(49999, 0, 1, 0)
shares(10000, 12400, 12600, 15000)

for (n in c(2, 3, 5, 12, 112, 1000, 50000)) means(n, 20260401)
for (confidence in c(0.8, 0.9, 0.99)) means(112, 7, confidence)

for (n in c(1, 2, 3, 4, 5, 6, 7, 8, 112, 50000)) summaries(n, 19)
