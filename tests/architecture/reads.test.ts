import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Article, ChangeNote, Contact, Term } from '#lib/edition/article.ts';
import { Claim, Coverage } from '#lib/edition/coverage.ts';
import { Edition, Listing, Shard } from '#lib/edition/edition.ts';
import { READS } from '#lib/edition/known.ts';
import { Recordings } from '#lib/edition/recordings.ts';
import { SearchWords } from '#lib/edition/search-words.ts';
import { WORDS } from '#lib/edition/words.ts';

/** The words and fields of a schema, however deep. */
function* wordsOf(value: unknown, seen = new Set<unknown>()): Generator<string> {
	if (typeof value === 'string') yield value;
	if (typeof value !== 'object' || value === null || seen.has(value)) return;
	seen.add(value);
	for (const [name, inner] of Object.entries<unknown>(value as Record<string, unknown>)) {
		if (name === 'entries' && typeof inner === 'object' && inner !== null) {
			yield* Object.keys(inner);
		}
		const isPart = /^(entries|options|item|wrapped|pipe|literal|fallback|\d+)$/.test(name);
		if (isPart || typeof inner === 'object') yield* wordsOf(inner, seen);
	}
}

/** Each list of words in a schema, with the name of the field that it is of. */
function* listsOf(schema: unknown, field = ''): Generator<[string, string[]]> {
	if (typeof schema !== 'object' || schema === null) return;
	const { type, entries, options, item, wrapped, pipe } = schema as Record<string, unknown>;
	if (type === 'picklist') yield [field, options as string[]];
	for (const [name, inner] of Object.entries(entries ?? {})) yield* listsOf(inner, name);
	const parts = [item, wrapped, ...(Array.isArray(pipe) ? (pipe as unknown[]).slice(1) : [])];
	for (const part of type === 'picklist' ? [] : [...parts, ...((options as unknown[]) ?? [])]) {
		yield* listsOf(part, field);
	}
}

test('every list of words of an article, a contact, a term and a claim is known by its field', () => {
	const lists = [Article, Contact, Term, Claim].flatMap((it) => [...listsOf(it)]);
	expect(lists.length).toBeGreaterThan(30);
	for (const [field, words] of lists) {
		expect(WORDS[field], field).toEqual(expect.arrayContaining(words));
	}
});

test('who adds a word or a field to an edition raises READS, and then this hash', () => {
	const words = [
		Article,
		ChangeNote,
		Contact,
		Term,
		Coverage,
		SearchWords,
		Recordings,
		Edition,
		Listing,
		Shard
	].flatMap((it) => [...wordsOf(it)]);
	expect(words).toEqual(expect.arrayContaining(['school', 'partly_blocked', 'withdrawn', 'uk']));
	const hash = createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 16);
	expect({ READS, hash }).toEqual({ READS: 8, hash: '74dab3f668bec5f3' });
});
