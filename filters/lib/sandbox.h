#ifndef DHARA_SANDBOX_H
#define DHARA_SANDBOX_H

/*
 * Give up what a filter does not need once its files are open: no new
 * privileges, no network, no writing; SANDBOX_STDIO also: no opening of
 * files.  By Landlock on Linux, pledge on OpenBSD.  Where there is none,
 * nothing happens; where there is one that refuses, status 3.
 */
enum sandbox {
	SANDBOX_STDIO,
	SANDBOX_READ
};

void	sandbox_enter(enum sandbox);

#endif
