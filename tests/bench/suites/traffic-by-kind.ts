import type { Traffic } from '../network/meter.ts';

const KINDS: readonly (readonly [kind: string, path: RegExp])[] = [
	['edition: pack', /^\/published\/pack\//],
	['edition: blobs', /^\/published\/blob\//],
	['edition: listing', /^\/published\/listing\//],
	['edition: trust and head', /^\/published\//],
	['app: scripts', /^\/_app\/.*\.js$/],
	['app: styles', /^\/_app\/.*\.css$/],
	['app: interface text', /^\/_app\/.*\.json$/],
	['app: worker', /^\/service-worker\.js/],
	['app: icons and manifest', /^\/(icons\/|manifest)/],
	['pages', /\/$/]
];

/** Where bytes and requests went, for the JSON file: what to look at when a figure is missed. */
export function trafficByKind({ exchanges }: Traffic): Record<string, object> {
	const kinds = new Map<
		string,
		{ bytes: number; requests: number; paths: Record<string, number> }
	>();
	for (const { path, bytes } of exchanges) {
		const kind = KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other';
		const known = kinds.get(kind) ?? { bytes: 0, requests: 0, paths: {} };
		known.bytes += bytes;
		known.requests += 1;
		known.paths[path] = (known.paths[path] ?? 0) + bytes;
		kinds.set(kind, known);
	}
	return Object.fromEntries(kinds);
}

/** When each request began and ended, in ms since the first of them. */
export function timeline({ exchanges }: Traffic): string[] {
	const start = Math.min(...exchanges.map(({ startedAt }) => startedAt));
	return exchanges.map(({ path, startedAt, endedAt, bytes }) => {
		const [from, to] = [startedAt - start, endedAt - start].map((ms) => ms.toFixed(0));
		return `${from ?? ''}–${to ?? ''} ms ${String(bytes)} B ${path}`;
	});
}
