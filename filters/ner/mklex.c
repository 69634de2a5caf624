/*
 * mklex: make ner.lex, the lists in the form that ner maps, from lists on
 * standard input; or, with operands, compile a user's lists, as ner-train -G
 * does.  A line that is wrong is named.
 */
#include <stdio.h>

#include "lexicon.h"
#include "list.h"
#include "msg.h"

int
main(int argc, char *argv[])
{
	struct buf text = { 0 }, file = { 0 };
	size_t n, line;

	msg_init(argv[0]);
	if (argc > 1)
		list_compile(argv + 1, &file);
	else {
		while ((n = fread(buf_reserve(&text, 1 << 16), 1, 1 << 16,
		    stdin)) > 0)
			text.n += n;
		if ((line = lexicon_pack(buf_slice(&text), &file)) > 0)
			msg_die("line %zu: not a line of a lexicon", line);
	}
	if (fwrite(file.p, 1, file.n, stdout) != file.n || fflush(stdout) != 0)
		msg_die("cannot write");
	buf_free(&text);
	buf_free(&file);
	return ST_OK;
}
