import { toPath } from '#lib/edition/base-path.ts';

/** An address that can be looked up. */
export interface RequestPath {
	readonly kind: 'path';
	/** Decoded, but for what would make it another path, such as `%2f`. */
	readonly pathname: string;
	/** The same as it stands in an address. */
	readonly path: string;
	/** With its question mark, or empty. */
	readonly search: string;
}

/** What a request names. */
export type RequestTarget =
	| RequestPath
	/** Slashes are doubled: it is another address of a page that has one. */
	| { readonly kind: 'doubled'; readonly location: string }
	/** Not below the base path. `isStart`: on the way to it, where somebody may look for the app. */
	| { readonly kind: 'elsewhere'; readonly isStart: boolean }
	| { readonly kind: 'unreadable' };

/** A proxy may send the whole address (RFC 9112 §3.2.2): whose it is was the proxy's to decide. */
const ORIGIN = /^https?:\/\/[^/?#]+/i;

/**
 * Reads a request target as browsers write it: dots are resolved, backslashes are slashes. What is
 * below the base path comes without it.
 */
export function parseTarget(target: string, basePath: string): RequestTarget {
	const relative = target.replace(ORIGIN, '');
	const [, written, search = ''] = /^(\/[^?#]*)(\?[^#]*)?/.exec(relative) ?? [];
	if (written === undefined) return { kind: 'unreadable' };
	// behind a host of its own, so that "//other.example" is a path like any other
	const { pathname: path } = new URL(`http://localhost${written}`);
	if (path.includes('//')) {
		return { kind: 'doubled', location: path.replaceAll(/\/{2,}/g, '/') + search };
	}
	const own = path === basePath ? undefined : toPath(path, basePath);
	if (own === undefined) {
		return { kind: 'elsewhere', isStart: `${basePath}/`.startsWith(path.replace(/\/?$/, '/')) };
	}
	try {
		return { kind: 'path', pathname: decodeURI(own), path: own, search };
	} catch {
		// `%` without two digits behind it, or bytes that are not UTF-8
		return { kind: 'unreadable' };
	}
}
