/** The types of everything that a build or an edition holds, by file extension. */
const TYPES: Readonly<Record<string, string>> = {
	css: 'text/css; charset=utf-8',
	html: 'text/html; charset=utf-8',
	js: 'text/javascript; charset=utf-8',
	json: 'application/json; charset=utf-8',
	opus: 'audio/ogg',
	png: 'image/png',
	svg: 'image/svg+xml',
	txt: 'text/plain; charset=utf-8',
	webmanifest: 'application/manifest+json; charset=utf-8',
	xml: 'application/xml; charset=utf-8'
};

/** The two feed formats, which the extension alone does not tell. */
const FEEDS: readonly (readonly [ending: string, type: string])[] = [
	['/feed.json', 'application/feed+json; charset=utf-8'],
	['/feed.xml', 'application/atom+xml; charset=utf-8']
];

/** The type of what is at an address. Anything unknown is served as bytes, which browsers do not run. */
export function contentType(pathname: string): string {
	const feed = FEEDS.find(([ending]) => pathname.endsWith(ending))?.[1];
	if (feed !== undefined) return feed;
	const ending = pathname.endsWith('/') ? 'html' : (/\.(\w+)$/.exec(pathname)?.[1] ?? '');
	return TYPES[ending] ?? 'application/octet-stream';
}
