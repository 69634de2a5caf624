/*
 * CLD2 (libcld2-dev): ISO 639 codes, "bh" for Bhojpuri, Maithili and Magahi,
 * "un" if it does not know.
 */
#include <cstdio>
#include <cld2/public/compact_lang_det.h>

#include "peer.h"

extern "C" const char peer_member[] = "lang";

extern "C" const char *
peer_label(const char *p, size_t n)
{
	bool sure;

	return CLD2::LanguageCode(CLD2::DetectLanguage(p, static_cast<int>(n),
	    true, &sure));
}
