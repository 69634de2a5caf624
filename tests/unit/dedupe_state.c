/*
 * dedupe's store: a state file that is cut at every byte, windows that forget
 * and free, dates.
 */
#include <sys/stat.h>

#include <fcntl.h>
#include <stdint.h>
#include <unistd.h>

#include "date.h"
#include "hash.h"
#include "store.h"
#include "tap.h"

#define N	12
#define WORDS	20

static struct plan plan = { .gram = 5, .threshold = .8 };
static struct print print;

/* Text number i: words of its own. */
static struct print *
text(uint64_t i)
{
	uint64_t w[WORDS];
	size_t k;

	for (k = 0; k < WORDS; k++)
		w[k] = hash_word(i * WORDS + k + 1);
	print_words(&print, &plan, w, WORDS);
	return &print;
}

/* How many of the texts are known, from the first on; -1 if one is known
 * behind one that is not. */
static int
known(struct store *s)
{
	struct str id;
	int i, n = 0;

	for (i = 0; i < N; i++) {
		if (store_find(s, text((uint64_t)i), STR("other"), &id) != 1)
			continue;
		if (n++ != i)
			return -1;
	}
	return n;
}

static void
write_file(const char *path, const char *p, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd == -1 || write(fd, p, n) != (ssize_t)n || close(fd) == -1)
		abort();
}

static size_t
read_file(const char *path, char *p, size_t cap)
{
	int fd = open(path, O_RDONLY);
	ssize_t n = read(fd, p, cap);

	if (fd == -1 || n < 0 || (size_t)n == cap)
		abort();
	close(fd);
	return (size_t)n;
}

static void
cuts(const char *path)
{
	static char file[1 << 16];
	struct store_opt o = { .plan = &plan, .state = path };
	struct store *s = store_open(&o);
	size_t size, n, end[N];
	uint64_t i;
	int bad = 0, k = 0, got;
	struct stat st;

	for (i = 0; i < N; i++) {
		store_next(s, 0);
		store_keep(s, text(i), STR("x"));
		store_before(s);
		if (stat(path, &st) == -1)
			abort();
		end[i] = (size_t)st.st_size;	/* of its entry */
		store_after(s);
	}
	store_close(s);
	size = read_file(path, file, sizeof(file));
	freopen("/dev/null", "w", stderr);	/* one message each time */
	for (n = 0; n <= size; n++) {
		write_file(path, file, n);
		while (k < N && end[k] <= n)
			k++;
		s = store_open(&o);
		got = known(s);
		store_close(s);
		if (got != k && bad++ < 5)
			printf("# %zu bytes: %d, not %d\n", n, got, k);
	}
	ok(bad == 0, "cut at each of %zu bytes, what was whole is known", size);
}

/* Fifty windows: memory and room on the disk stay as after three. */
static void
windows(struct store_opt o, const char *what)
{
	struct store *s = store_open(&o);
	struct store_sum early = { 0 }, late;
	uint64_t i, n = 2000, strange = 0, lost = 0;
	struct str id;

	for (i = 0; i < 50 * n; i++) {
		store_next(s, (int64_t)i);
		strange += store_find(s, text(i), STR("x"), &id) >= 0;
		store_keep(s, text(i), STR("x"));
		if (i % 101 == 0 && i > n)
			lost += store_find(s, text(i - n), STR("x"), &id) != 1;
		if (i % 101 == 0 && i > n)
			strange += store_find(s, text(i - n - 1), STR("x"),
			    &id) >= 0;
		if (i == 3 * n)
			store_sum(s, &early);
	}
	store_sum(s, &late);
	ok(strange == 0 && lost == 0, "%s: just the window is known", what);
	ok(late.kept == n + 1 && late.forgotten == 49 * n - 1,
	    "%s: the rest is forgotten", what);
	ok(late.peak < early.peak + early.peak / 20 &&
	    late.memory <= 74 * (n + 1),
	    "%s: %lu bytes of index then, %lu now", what,
	    (unsigned long)early.peak, (unsigned long)late.peak);
	ok(late.disk < early.disk + ((uint64_t)3 << 20),
	    "%s: %lu bytes on the disk then, %lu now", what,
	    (unsigned long)early.disk, (unsigned long)late.disk);
	store_close(s);
}

static void
one_date(const char *s, int good, int64_t want)
{
	int64_t got = 0;
	size_t n = strlen(s);
	char *p = fresh(s, n);
	int r = date_parse((struct str){ p, n }, &got);

	ok(r == good && (!good || got == want), "%s: %lld", s,
	    (long long)got);
	free(p);
}

static void
dates(void)
{
	one_date("1720008000", 1, 1720008000);
	one_date("-5", 1, -5);
	one_date("1720008000.75", 1, 1720008000);
	one_date("\"1720008000\"", 1, 1720008000);
	one_date("\"2024-07-03T12:00:00Z\"", 1, 1720008000);
	one_date("\"2024-07-03T17:30:00+05:30\"", 1, 1720008000);
	one_date("\"2024-07-03t04:00:00.25-0800\"", 1, 1720008000);
	one_date("\"2024-07-03 12:00:00z\"", 1, 1720008000);
	one_date("\"1970-01-01\"", 1, 0);
	one_date("\"2000-02-29\"", 1, 951782400);
	one_date("\"1969-12-31T23:59:59Z\"", 1, -1);
	one_date("\"0000-01-01\"", 1, INT64_C(-62167219200));
	one_date("\"9999-12-31\"", 1, INT64_C(253402214400));
	one_date("\"1900-02-29\"", 0, 0);
	one_date("\"2024-13-01\"", 0, 0);
	one_date("\"2024-07-03T25:00:00Z\"", 0, 0);
	one_date("\"2024-07-03T12:00:00\"", 0, 0);
	one_date("\"2024-07-03T12:00:00Zx\"", 0, 0);
	one_date("\"3 July 2024\"", 0, 0);
	one_date("\"\"", 0, 0);
	one_date("1e9", 0, 0);
	one_date("12345678901234567", 0, 0);
	one_date("true", 0, 0);
	one_date("[1]", 0, 0);
}

int
main(void)
{
	/* In memory where there is such a place: each run ends in
	 * fdatasync(2), and a busy disk takes its time. */
	char shm[] = "/dev/shm/dedupe_state.XXXXXX";
	char tmp[] = "/tmp/dedupe_state.XXXXXX", *path = shm;
	int fd = mkstemp(path);

	if (fd == -1 && (fd = mkstemp(path = tmp)) == -1)
		abort();
	close(fd);
	plan_make(&plan);
	dates();
	windows((struct store_opt){ .plan = &plan, .last = 2000 }, "records");
	windows((struct store_opt){ .plan = &plan, .within = 2000 },
	    "seconds");
	windows((struct store_opt){ .plan = &plan, .last = 2000,
	    .state = path }, "records, with a state");
	if (truncate(path, 0) == -1)
		abort();
	cuts(path);
	unlink(path);
	print_free(&print);
	return tap_end();
}
