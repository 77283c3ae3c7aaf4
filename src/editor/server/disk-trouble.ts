/** What somebody can mend on this computer, by the system's word for it. */
const TROUBLES: Readonly<Record<string, 'disk-full' | 'not-writable'>> = {
	ENOSPC: 'disk-full',
	EDQUOT: 'disk-full',
	EACCES: 'not-writable',
	EPERM: 'not-writable',
	EROFS: 'not-writable'
};

/** Why nothing can be written; `undefined` for any other error, which is a bug. */
export function diskTroubleOf(error: unknown): 'disk-full' | 'not-writable' | undefined {
	const { code } = (error ?? {}) as { readonly code?: unknown };
	return typeof code === 'string' ? TROUBLES[code] : undefined;
}
