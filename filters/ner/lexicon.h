#ifndef DHARA_LEXICON_H
#define DHARA_LEXICON_H

#include <stdint.h>

#include "buf.h"
#include "token.h"

/* What a list says of a word or phrase: bits. */
enum {
	LEX_PER = 1, LEX_LOC = 2, LEX_ORG = 4, LEX_MISC = 8, LEX_TITLE = 16,
	LEX_GIVEN = 32, LEX_SURNAME = 64, LEX_MONTH = 128, LEX_WEEKDAY = 256,
	LEX_DATE = 512, LEX_HONORIFIC = 1024, LEX_SPEECH = 2048,
	LEX_USER = 4096,
	/* Only calendar.c reads these. */
	LEX_CAL = 8192, LEX_UNIT = 16384
};
#define LEX_BITS	13
#define LEX_NAMES	(LEX_PER | LEX_LOC | LEX_ORG | LEX_GIVEN | LEX_SURNAME)
#define LEX_CALENDAR	(LEX_MONTH | LEX_WEEKDAY | LEX_CAL | LEX_UNIT)

struct lexicon;

struct lexicon *lexicon_new(void);
void	lexicon_free(struct lexicon *);

/*
 * Add the lines of a list: surface TAB type TAB language TAB id TAB note
 * (three columns and a comment sign at the start of a line are fine; with
 * `user', as lexicon_user); or the file that lexicon_pack made.  Returns 0,
 * or the number of the line that is wrong, 1 if the file is damaged.
 */
size_t	lexicon_add(struct lexicon *, struct str text, int user);

/*
 * Add a user's own names, which have the last word: surface TAB type TAB id,
 * the type PER, LOC, ORG or MISC, the id optional.  A CR at the end of a line
 * and a BOM before the first are let go.  Returns 0, or the number of the
 * line that is wrong, and why.  Valid UTF-8.
 */
size_t	lexicon_user(struct lexicon *, struct str text, const char **why);

/*
 * The user's names as a file to be mapped (ner-train -G), appended to `file'.
 * None of them may come from such a file.
 */
void	lexicon_compile(struct lexicon *, struct buf *file);

/* Is it such a file?  Take it: -1 and why if it is damaged.  It must stay. */
int	lexicon_is_compiled(struct str file);
int	lexicon_map(struct lexicon *, struct str file, const char **why);

/*
 * The lists that come with the program as one file to be mapped, ner.lex:
 * "DHARALX1", the bytes of the text as 8 little-endian, a trie (trie.h), and
 * the lines that calendar_new reads as text.  lexicon_add takes it as it
 * takes the text; it must stay.  lexicon_lines is what is text in either.
 */
#define LEXICON_MAGIC	"DHARALX1"
size_t	lexicon_pack(struct str text, struct buf *file);
struct str lexicon_lines(struct str lists);

/* Add only the lines of these types; what others there are is passed over. */
size_t	lexicon_take(struct lexicon *, struct str text, unsigned int bits);

/* What a line says its type is, of `bits'; 0 if it is none of them. */
unsigned int lexicon_line(struct str line, unsigned int bits);

/*
 * The longest phrase from token i on: what the lists say, 0 if nothing; *len
 * its tokens, *id its id or NULL.  A case suffix on the last token is no
 * hindrance.
 */
unsigned int lexicon_find(const struct lexicon *, const struct tokens *,
	    size_t i, size_t *len, struct str *id);

/* May a phrase begin with this token?  If not, lexicon_find finds none. */
int	lexicon_begins(const struct lexicon *, const struct token *);

/* lexicon_begins will be asked soon: have what it reads come nearer. */
void	lexicon_ask(const struct lexicon *, const struct token *);

/* Is there just this name (of a person, place or so), no suffix off? */
int	lexicon_knows(const struct lexicon *, struct str name);

#endif
