/*
 * A peer of script-detect as a filter: the same records, read and written by
 * the same code.  What labels the text is linked beside this.
 */
#include <unistd.h>

#include "opt.h"
#include "peer.h"
#include "rec.h"

int
main(int argc, char *argv[])
{
	struct opt opt;
	struct str text;
	struct rec *r;
	int slot;

	opt_init(&opt, argv[0], "peer [-i format] [-o format] [file ...]");
	while (opt_next(&opt, argc, argv, "") != -1)
		;
	(void)peer_label("a", 1);	/* it opens its files */
	r = rec_open(&opt, argv + optind);
	slot = rec_adds(r, peer_member);
	while (rec_next(r)) {
		if (rec_text(r, &text))
			rec_set_string(r, slot, str_of(peer_label(text.p,
			    text.n)));
		rec_write(r);
	}
	return rec_close(r);
}
