import { fail, ok, type Result } from '#lib/edition/result.ts';

/** What is known of a sound file. */
export interface Opus {
	readonly seconds: number;
}

/** Opus counts in 48 kHz, whatever was recorded. */
const RATE = 48_000;
const PAGE_HEADER = 27;
/** What an encoder says of itself and how it was called: no word about who spoke, or where. */
const HARMLESS = /^ENCODER(_OPTIONS)?=/i;

interface Page {
	readonly body: Buffer;
	readonly granule: bigint;
	readonly serial: number;
}

/** Parses one stream of Opus in Ogg (RFC 7845) that fills the whole file. The code says in words what is wrong. */
export function parseOpus(bytes: Uint8Array): Result<Opus, string> {
	const pages = pagesIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
	const [head, tags, ...sound] = pages ?? [];
	if (!pages || !head || !tags) return fail('is no whole Ogg file');
	if (head.body.toString('latin1', 0, 8) !== 'OpusHead' || head.body.length < 19) {
		return fail('is no Opus in Ogg');
	}
	if (head.body.readUInt8(9) !== 1) return fail('has more than one channel');
	if (pages.some(({ serial }) => serial !== head.serial)) return fail('has a second stream');
	const said = commentsOf(tags.body)?.find((it) => !HARMLESS.test(it));
	if (said !== undefined) return fail(`carries a comment: "${said.slice(0, 40)}"`);
	const samples = Number(sound.at(-1)?.granule ?? 0n) - head.body.readUInt16LE(10);
	return samples > 0 ? ok({ seconds: samples / RATE }) : fail('is silent');
}

/** `undefined` where a byte belongs to no page. */
function pagesIn(file: Buffer): Page[] | undefined {
	const pages: Page[] = [];
	for (let at = 0; at < file.length;) {
		if (file.toString('latin1', at, at + 4) !== 'OggS' || at + PAGE_HEADER > file.length) return;
		const count = file.readUInt8(at + 26);
		const start = at + PAGE_HEADER + count;
		const lengths = file.subarray(at + PAGE_HEADER, start);
		const end = start + lengths.reduce((sum, length) => sum + length, 0);
		if (lengths.length < count || end > file.length) return;
		pages.push({
			body: file.subarray(start, end),
			granule: file.readBigInt64LE(at + 6),
			serial: file.readUInt32LE(at + 14)
		});
		at = end;
	}
	return pages;
}

/** `OpusTags`, the encoder's name, and so many lines, each after its length. */
function commentsOf(tags: Buffer): string[] | undefined {
	if (tags.toString('latin1', 0, 8) !== 'OpusTags') return ['no OpusTags'];
	try {
		let at = 12 + tags.readUInt32LE(8);
		const count = tags.readUInt32LE(at);
		const comments: string[] = [];
		for (at += 4; comments.length < count;) {
			const end = at + 4 + tags.readUInt32LE(at);
			comments.push(tags.toString('utf8', at + 4, end));
			at = end;
		}
		return comments;
	} catch {
		// a length that leads past its end
		return ['a list that is cut'];
	}
}
