import { toHref, toPath } from '#lib/edition/base-path.ts';

/**
 * The address to go to in place of one that Kit's router cannot read: with a `%` that stands for
 * nothing, or with slashes in a row, which a browser may take for another host. `undefined` for all
 * others: they are looked up as they are.
 */
export function mendAddress(pathname: string): string | undefined {
	const isReadable = canDecode(pathname);
	if (isReadable && !pathname.includes('//')) return;
	const mended = isReadable ? pathname : pathname.replaceAll(/%[0-9a-f]{0,2}/gi, '');
	const path = toPath(mended.replaceAll(/\/{2,}/g, '/'));
	return path === undefined ? undefined : toHref(path);
}

function canDecode(pathname: string): boolean {
	try {
		return decodeURI(pathname) !== '';
	} catch {
		return false;
	}
}
