import { toHref, toPath } from '#lib/edition/address/base-path.ts';

/**
 * Repairs an address that Kit's router cannot read: one with an invalid `%`, or with repeated slashes,
 * which a browser may take for another host. `undefined` if the address needs no repair.
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
