import type { Edition } from '../edition.ts';

/** Put in by the build (vite.config.ts). Plain Node, which runs the compiler, has none. */
declare const __BASE_PATH__: string;

/** Where this build of the app is served on its host: `/handrail`, or nothing for the whole host. */
export const BASE_PATH: string = typeof __BASE_PATH__ === 'undefined' ? '' : __BASE_PATH__;

/**
 * The address of a path of this app on its own host: the one way from `/en/help/` to what a link, a
 * fetch or a redirect needs. Editions, and everything that is signed, know paths only.
 */
export const toHref = (path: string): string => BASE_PATH + path;

/** The path of this app in an address's pathname; `undefined` where it belongs to somebody else. */
export function toPath(pathname: string, base = BASE_PATH): string | undefined {
	if (pathname === base) return '/';
	return pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : undefined;
}

/** HTML as editions carry it, with the links to pages of this app as this build serves them. */
export const toLinkedHtml = (html: string, base = BASE_PATH): string =>
	base === '' ? html : html.replaceAll('href="/', `href="${base}/`);

/**
 * The name of a database, cache, lock or channel. A host may have several apps, each with its own:
 * only the app of the whole host has the bare names.
 */
export const toOwnName = (name: string, base = BASE_PATH): string =>
	base === '' ? name : `${base}/${name}`;

/**
 * The publisher's public address, without a slash at its end: everything public is named below it. One
 * that names no path is completed with where this build is served.
 */
export function siteOf({ publisher }: Pick<Edition, 'publisher'>, base = BASE_PATH): string {
	const address = publisher.address.replace(/\/+$/, '');
	return /^https?:\/\/[^/]+$/.test(address) ? address + base : address;
}
