import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parseJson } from '#lib/edition/text/parse-json.ts';
import { Refusal } from '../../compiler/base/refusal.ts';
import { dayIn } from '../../compiler/base/days.ts';
import type { Answer } from '../ask/answer.ts';
import { sha256 } from '../../compiler/base/text-hash.ts';
import { writeWhole } from '../../compiler/base/write-whole.ts';
import type { Quote } from '../judging/find-findings.ts';
import { headerOf } from '../reading/read-answer.ts';
import { wordsOnPage } from '../reading/words-on-page.ts';
import type { SourceMemory } from '../memory/source-memory.ts';
import { toWarc } from './to-warc.ts';

const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** An answer that was kept. */
const Kept = v.object({
	/** Of the file. */
	sha256: Hash,
	/** Of the body in it: the same body is kept once. */
	body: Hash,
	url: v.string(),
	on: v.pipe(v.string(), v.isoDate()),
	file: v.string(),
	/** All quotes of the source stood in it. */
	hasQuotes: v.boolean(),
	/** Where on the page the first quote stands that is there once. */
	words: v.optional(v.object({ start: v.string(), end: v.optional(v.string()) }))
});
export type Kept = v.InferOutput<typeof Kept>;

/** Only in a page: a browser finds no words in a file. */
function findWords(
	{ reading }: SourceMemory,
	quotes: readonly Quote[],
	{ response }: Extract<Answer, { kind: 'answered' }>
): Kept['words'] {
	if (reading.state !== 'read' || !headerOf(response, 'content-type').includes('html')) {
		return undefined;
	}
	for (const { words } of quotes) {
		const found = wordsOnPage(words, reading.text);
		if (found) return found;
	}
	return undefined;
}

/** What sources answered, as evidence: a WARC file for each answer that was new, and a list of them. */
export class ArchiveFolder {
	readonly #folder: string;

	constructor(folder: string) {
		this.#folder = folder;
	}

	/** Keeps an answer, unless its body is that of the newest that was kept. */
	async keep(
		memory: SourceMemory,
		quotes: readonly Quote[],
		answer: Answer,
		now: Date,
		timeZone: string
	): Promise<void> {
		if (answer.kind !== 'answered') return;
		const { slug, url, readAt, quotesSeen } = memory;
		const hasQuotes =
			memory.reading.state === 'read' && quotes.every(({ fact }) => quotesSeen[fact] === readAt);
		const body = sha256(answer.response.body);
		const kept = this.keptOf(slug);
		const last = kept.at(-1);
		if (last?.body === body && last.url === url && last.hasQuotes === hasQuotes) return;
		const warc = await toWarc(answer, now);
		const hash = sha256(warc);
		const file = `${slug}/${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${hash.slice(0, 12)}.warc.gz`;
		this.#write(file, warc);
		const on = dayIn(timeZone, now);
		const words = findWords(memory, quotes, answer);
		const entry: Kept = { sha256: hash, body, url, on, file, hasQuotes, ...(words && { words }) };
		this.#write(`${slug}/kept.json`, `${JSON.stringify([...kept, entry], null, '\t')}\n`);
	}

	/** Every answer of a source that was kept, the oldest first. */
	keptOf(slug: string): Kept[] {
		const list = join(this.#folder, slug, 'kept.json');
		if (!existsSync(list)) return [];
		const kept = v.safeParse(v.array(Kept), parseJson(readFileSync(list, 'utf8')));
		if (kept.success) return kept.output;
		// written over, it would lose which answers are kept
		throw new Refusal(`${list} is damaged. Bring it back from a copy, or move it away.`);
	}

	/** Whether the file is still there, byte for byte. */
	isWhole({ file, sha256: hash }: Kept): boolean {
		const path = join(this.#folder, file);
		return existsSync(path) && sha256(readFileSync(path)) === hash;
	}

	#write(path: string, content: string | Uint8Array): void {
		writeWhole(join(this.#folder, path), content);
	}
}
