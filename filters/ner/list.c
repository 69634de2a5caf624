/*
 * A user's lists: read or mapped, checked, and handed to the lexicon.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "list.h"
#include "map.h"
#include "msg.h"
#include "utf8.h"

/* All of a file that cannot be mapped, such as a pipe. */
static void
read_all(const char *path, struct buf *b)
{
	ssize_t n = -1;
	int fd;

	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) != -1)
		while ((n = read(fd, buf_reserve(b, 1 << 16), 1 << 16)) > 0)
			b->n += (size_t)n;
	if (n == -1)
		msg_die("%s: %s", path, strerror(errno));
	(void)close(fd);
}

static struct str
contents(const char *path, struct map *m, struct buf *b)
{
	if (map_open(m, path) == 0)
		return (struct str){ (const char *)m->p, m->n };
	if (errno != EINVAL)
		msg_die("%s: %s", path, strerror(errno));
	read_all(path, b);
	return buf_slice(b);
}

static size_t
line_at(struct str text, size_t byte)
{
	size_t i, line = 1;

	for (i = 0; i < byte; i++)
		line += text.p[i] == '\n';
	return line;
}

static void
check_utf8(const char *path, struct str text)
{
	size_t good = utf8_valid(text);

	if (good < text.n)
		msg_die("%s:%zu: invalid UTF-8", path, line_at(text, good));
}

void
list_add(struct lexicon *lex, const char *path)
{
	struct buf b = { 0 };
	struct map m = { 0 };
	struct str text = contents(path, &m, &b);
	const char *why;
	size_t line;

	if (lexicon_is_compiled(text)) {
		/* Stays: the lexicon points into it. */
		if (lexicon_map(lex, text, &why) == -1)
			msg_die("%s: %s", path, why);
		return;
	}
	check_utf8(path, text);
	if ((line = lexicon_user(lex, text, &why)) > 0)
		msg_die("%s:%zu: %s", path, line, why);
	map_close(&m);
	buf_free(&b);
}

void
list_compile(char **path, struct buf *file)
{
	struct lexicon *lex = lexicon_new();

	for (; *path != NULL; path++) {
		struct buf b = { 0 };
		struct map m = { 0 };
		struct str text = contents(*path, &m, &b);
		const char *why;
		size_t line;

		if (lexicon_is_compiled(text))
			msg_die("%s: is compiled already", *path);
		check_utf8(*path, text);
		if ((line = lexicon_user(lex, text, &why)) > 0)
			msg_die("%s:%zu: %s", *path, line, why);
		map_close(&m);
		buf_free(&b);
	}
	lexicon_compile(lex, file);
	lexicon_free(lex);
}
