import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Article, ChangeNote, Contact, Term } from '#lib/edition/article.ts';
import { Coverage } from '#lib/edition/coverage.ts';
import { Edition, Listing, Shard } from '#lib/edition/edition.ts';
import { READS } from '#lib/edition/known.ts';

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

test('who adds a word or a field to an edition raises READS, and then this hash', () => {
	const words = [Article, ChangeNote, Contact, Term, Coverage, Edition, Listing, Shard].flatMap(
		(it) => [...wordsOf(it)]
	);
	expect(words).toEqual(expect.arrayContaining(['school', 'partly_blocked', 'withdrawn', 'uk']));
	const hash = createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 16);
	expect({ READS, hash }).toEqual({ READS: 1, hash: '3938d3cd1175cd64' });
});
