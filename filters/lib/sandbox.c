/*
 * Giving up rights.  Landlock (Linux 5.13) restricts the calling process for
 * good: here everything that writes, makes, removes or runs a file, and
 * with SANDBOX_STDIO every opening of one; TCP too where the kernel knows
 * how (6.7).  The kernel's ABI number says which rights it knows; asking for
 * more than those is an error.  Sanitizer builds define NO_SANDBOX: their
 * leak check reads /proc.
 */
#ifdef __OpenBSD__
#include <unistd.h>
#elif defined(__linux__) && !defined(NO_SANDBOX)
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>
#endif

#include "msg.h"
#include "sandbox.h"

#if defined(__OpenBSD__) && !defined(NO_SANDBOX)

void
sandbox_enter(enum sandbox what)
{
	if (pledge(what == SANDBOX_READ ? "stdio rpath" : "stdio", NULL) == -1)
		msg_die("pledge refused");
}

#elif defined(__linux__) && !defined(NO_SANDBOX) && \
    defined(SYS_landlock_create_ruleset)

/* linux/landlock.h, spelled out so that old headers do not matter. */
#define FS_READ_FILE	(UINT64_C(1) << 2)
#define FS_READ_DIR	(UINT64_C(1) << 3)
#define FS_ABI1		((UINT64_C(1) << 13) - 1)
#define FS_REFER	(UINT64_C(1) << 13)	/* ABI 2 */
#define FS_TRUNCATE	(UINT64_C(1) << 14)	/* ABI 3 */
#define NET_TCP		UINT64_C(3)		/* ABI 4: bind, connect */
#define VERSION_FLAG	1u
#define PATH_BENEATH	1

struct ruleset {
	uint64_t	fs;
	uint64_t	net;
};

struct beneath {
	uint64_t	allowed;
	int32_t		fd;
} __attribute__((packed));

/* Reading may go on everywhere: operands are opened one by one. */
static void
allow_reading(int rules)
{
	struct beneath b = { .allowed = FS_READ_FILE | FS_READ_DIR };

	if ((b.fd = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) == -1)
		msg_die("sandbox: /: %s", strerror(errno));
	if (syscall(SYS_landlock_add_rule, rules, PATH_BENEATH, &b, 0) == -1)
		msg_die("sandbox: %s", strerror(errno));
	close(b.fd);
}

void
sandbox_enter(enum sandbox what)
{
	struct ruleset r = { .fs = FS_ABI1 };
	size_t size = sizeof(r.fs);
	long abi;
	int fd;

	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1)
		msg_die("sandbox: %s", strerror(errno));
	abi = syscall(SYS_landlock_create_ruleset, NULL, 0, VERSION_FLAG);
	if (abi < 1)
		return;			/* not built in, or turned off */
	if (abi >= 2)
		r.fs |= FS_REFER;
	if (abi >= 3)
		r.fs |= FS_TRUNCATE;
	if (abi >= 4) {
		r.net = NET_TCP;
		size = sizeof(r);
	}
	fd = (int)syscall(SYS_landlock_create_ruleset, &r, size, 0);
	if (fd == -1)
		msg_die("sandbox: %s", strerror(errno));
	if (what == SANDBOX_READ)
		allow_reading(fd);
	if (syscall(SYS_landlock_restrict_self, fd, 0) == -1)
		msg_die("sandbox: %s", strerror(errno));
	close(fd);
}

#else

void
sandbox_enter(enum sandbox what)
{
	(void)what;
}

#endif
