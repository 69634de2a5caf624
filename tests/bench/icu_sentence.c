/*
 * The peer of segment: ICU's sentence break (UAX #29) and nothing else, on
 * the same records, read and written by the same code.  Usage: as a filter.
 */
#include <unistd.h>

#include "look.h"
#include "opt.h"
#include "rec.h"
#include "uni.h"

int
main(int argc, char *argv[])
{
	struct opt opt;
	struct uni_break *br;
	struct str text;
	struct rec *r;
	size_t at, end, n, trim;
	int field, number, start, stop;

	opt_init(&opt, argv[0], "icu-sentence [file ...]");
	while (opt_next(&opt, argc, argv, "") != -1)
		;
	br = uni_break_new(UNI_SENTENCES, "");
	r = rec_open(&opt, argv + optind);
	field = rec_slot(r, opt.field);
	number = rec_adds(r, "n");
	start = rec_adds(r, "start");
	stop = rec_adds(r, "end");
	while (rec_next(r)) {
		if (!rec_text(r, &text))
			continue;
		uni_break_text(br, text);
		at = n = 0;
		while ((end = uni_break_next(br, NULL)) != 0) {
			trim = (size_t)(look_trim(text.p + at, text.p + end) -
			    text.p);
			rec_set_string(r, field, (struct str){ text.p + at,
			    trim - at });
			rec_set_number(r, number, ++n);
			rec_set_number(r, start, at);
			rec_set_number(r, stop, trim);
			rec_write(r);
			at = end;
		}
	}
	uni_break_free(br);
	return rec_close(r);
}
