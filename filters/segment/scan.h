#ifndef DHARA_SCAN_H
#define DHARA_SCAN_H

/*
 * The next place in [p, e), valid UTF-8, where a sentence may end or a
 * quotation open: one of . ! ? " | « a danda, another mark that ends
 * sentences below U+1000, or any character from U+1000 up.  Returns e if
 * there is none.  Vector kernels where the machine has them; scan_scalar is
 * their twin.
 */
const char *scan_next(const char *p, const char *e);
const char *scan_scalar(const char *p, const char *e);

#endif
