import { toPath } from '#lib/edition/address/base-path.ts';

/** The path of a request below the base path. */
export interface RequestPath {
	readonly kind: 'path';
	/** Decoded, except for escapes that would change the path, such as `%2f`. */
	readonly pathname: string;
	/** The same, encoded as in an address. */
	readonly path: string;
	/** The query with its question mark, or empty. */
	readonly search: string;
}

/** What a request names. */
export type RequestTarget =
	| RequestPath
	/** It has doubled slashes, and is thereby a second address of some page. */
	| { readonly kind: 'doubled'; readonly location: string }
	/** Not below the base path. `isStart`: a parent of it, where somebody may look for the app. */
	| { readonly kind: 'elsewhere'; readonly isStart: boolean }
	| { readonly kind: 'unreadable' };

/** Proxies may send an absolute address (RFC 9112 §3.2.2). Its host was for the proxy to judge. */
const ORIGIN = /^https?:\/\/[^/?#]+/i;

/**
 * Parses a request target as browsers do: resolves dots, and takes backslashes for slashes. Removes the
 * base path.
 */
export function parseTarget(target: string, basePath: string): RequestTarget {
	const relative = target.replace(ORIGIN, '');
	const [, written, search = ''] = /^(\/[^?#]*)(\?[^#]*)?/.exec(relative) ?? [];
	if (written === undefined) return { kind: 'unreadable' };
	// with a host in front, "//other.example" is a path and not a host
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
		// a `%` without two hex digits, or bytes that are not UTF-8
		return { kind: 'unreadable' };
	}
}
