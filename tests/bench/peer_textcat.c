/*
 * libexttextcat (libexttextcat-dev, libexttextcat-data): the first of its
 * guesses, as ISO 639; "und" for none.
 */
#include <string.h>
#include <textcat.h>

#include "peer.h"

#ifndef TEXTCAT_DATA
#define TEXTCAT_DATA "/usr/share/libexttextcat/"
#endif

const char peer_member[] = "lang";

/* "[hi--utf8][mr--utf8]" */
const char *
peer_label(const char *p, size_t n)
{
	static void *handle;
	static char code[16];
	const char *s;
	size_t len;

	if (handle == NULL)
		handle = special_textcat_Init(TEXTCAT_DATA "fpdb.conf",
		    TEXTCAT_DATA);
	if (handle == NULL)
		return "und";
	s = textcat_Classify(handle, p, n);
	if (*s != '[')
		return "und";
	len = strcspn(s + 1, "-]");
	if (len >= sizeof(code))
		len = sizeof(code) - 1;
	memcpy(code, s + 1, len);
	code[len] = '\0';
	return code;
}
