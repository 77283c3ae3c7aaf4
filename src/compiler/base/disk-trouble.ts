/** What somebody can mend, by the system's word for it. */
const TROUBLES: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full. Make room, and run this again.',
	EDQUOT: 'you have no more room on this disk. Make room, and run this again.',
	EFBIG: 'the file would be larger than you may write.',
	EACCES: 'you may not read or write here.',
	EPERM: 'you may not write here.',
	EROFS: 'this disk cannot be written to.',
	EIO: 'the disk failed.',
	ENOENT: 'this file or folder is not there.',
	EEXIST: 'something else is there already.',
	ENOTDIR: 'this is a file, or below one; a folder is needed.',
	EISDIR: 'this is a folder; a file is needed.'
};

/** A line on why a file or folder cannot be used; `undefined` for any other error, which is a bug. */
export function describeDiskTrouble(error: unknown): string | undefined {
	const { code, path, syscall } = (error ?? {}) as NodeJS.ErrnoException;
	if (code === undefined || !Object.hasOwn(TROUBLES, code)) return undefined;
	// reading and writing what is open names no file
	return `${path ?? syscall ?? code}: ${TROUBLES[code] ?? ''}`;
}
