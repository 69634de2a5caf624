#ifndef DHARA_PEER_H
#define DHARA_PEER_H

#include <stddef.h>

/*
 * What a peer of script-detect gives: the member that it adds, and a label for
 * n bytes of UTF-8, which stays until the next call.
 */
#ifdef __cplusplus
extern "C" {
#endif
extern const char peer_member[];
const char *peer_label(const char *, size_t n);
#ifdef __cplusplus
}
#endif

#endif
