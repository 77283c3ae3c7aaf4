import { WARCRecord, WARCSerializer } from 'warcio';
import type { Answer } from '../ask/answer.ts';

type Answered = Extract<Answer, { kind: 'answered' }>;

/** How the body came, which is not how it is kept: it was unpacked before its bytes were counted. */
const ON_THE_WAY: ReadonlySet<string> = new Set([
	'content-encoding',
	'content-length',
	'transfer-encoding'
]);

/**
 * An answer as a WARC file (ISO 28500), as archives keep and replay it: who kept it, what was asked,
 * what was answered. Headers of the way itself are renamed, as archives do.
 */
export async function toWarc(
	{ response, requestHeaders }: Answered,
	now: Date
): Promise<Uint8Array> {
	const date = now.toISOString();
	const { url, status, statusText, headers, body } = response;
	const software = requestHeaders['user-agent'] ?? '';
	const info = WARCRecord.createWARCInfo(
		{ filename: 'answer.warc.gz', warcVersion: 'WARC/1.1', date },
		{ software, format: 'WARC File Format 1.1' }
	);
	const record = WARCRecord.create(
		{
			url,
			date,
			type: 'response',
			warcVersion: 'WARC/1.1',
			statusline: `HTTP/1.1 ${String(status)} ${statusText}`.trim(),
			httpHeaders: Object.fromEntries(headers.map(([name, value]) => [keptName(name), value]))
		},
		[body]
	);
	const { pathname, search, host } = new URL(url);
	const request = WARCRecord.create(
		{
			url,
			date,
			type: 'request',
			warcVersion: 'WARC/1.1',
			statusline: `GET ${pathname}${search} HTTP/1.1`,
			httpHeaders: { host, ...requestHeaders },
			warcHeaders: { 'WARC-Concurrent-To': record.warcHeader('WARC-Record-ID') ?? '' }
		},
		[]
	);
	const parts: Uint8Array[] = [];
	for (const it of [info, record, request]) {
		parts.push(await WARCSerializer.serialize(it, { gzip: true }));
	}
	return Buffer.concat(parts);
}

const keptName = (name: string): string => (ON_THE_WAY.has(name) ? `x-archive-orig-${name}` : name);
