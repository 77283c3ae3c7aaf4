import { expect, test } from 'vitest';
import { toText } from '#lib/trust/signed/bytes.ts';
import { parsePublishedPath } from '#lib/edition/address/published-paths.ts';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher, type Publisher } from '#tests/support/publisher/publisher.ts';

const others = Array.from({ length: 8 }, (_, at) => aDirective({ slug: `law-${String(at)}` }));

const publish = (publisher: Publisher, title: string, langs: readonly ('en' | 'es')[] = ['en']) =>
	publisher.publish({
		languages: Object.fromEntries(
			langs.map((lang) => [lang, { articles: [aGuide({ title, lang }), ...others] }])
		),
		hasUpdates: true
	});

/** Of all updates in the folder: from which edition, and in which language. */
const updatesTo = (publisher: Publisher, sha256: string): string[] =>
	[...publisher.files.keys()].flatMap((path) => {
		const named = parsePublishedPath(path);
		const isOne = named?.kind === 'update' && named.sha256 === sha256;
		return isOne ? [`${String(named.from)} ${named.lang}`] : [];
	});

test('phones are led there from each of the last four editions, and the head says so', async () => {
	const publisher = await aPublisher();
	for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) await publish(publisher, title);
	const { ref, head } = await publish(publisher, 'Six');
	expect(updatesTo(publisher, ref.sha256).sort()).toEqual(['2 en', '3 en', '4 en', '5 en']);
	expect(head.edition.updatesFrom).toBe(2);
});

test('phones are not led from an edition whose files are gone, nor from those before it', async () => {
	const publisher = await aPublisher();
	await publish(publisher, 'One');
	const { edition } = await publish(publisher, 'Two');
	await publish(publisher, 'Three');
	publisher.files.delete(`listing/${edition.languages[0]?.listing.sha256 ?? ''}.json`);
	const { ref, head } = await publish(publisher, 'Four');
	expect(updatesTo(publisher, ref.sha256)).toEqual(['3 en']);
	expect(head.edition.updatesFrom).toBe(3);
});

test('a language that is new is said in full, but for its texts, which its pack has', async () => {
	const publisher = await aPublisher();
	await publish(publisher, 'One');
	const { ref } = await publish(publisher, 'Two', ['en', 'es']);
	expect(updatesTo(publisher, ref.sha256)).toEqual(['1 en', '1 es']);
	const spanish = toText(publisher.files.get(`update/${ref.sha256}.1.es.txt`) ?? new Uint8Array());
	expect(spanish).toContain('\\"lang\\":\\"es\\"');
	expect(spanish).not.toContain('summary');
});

test('one changed word costs a small part of the texts that it stands in', async () => {
	const publisher = await aPublisher();
	await publish(publisher, 'One');
	const { ref, edition } = await publish(publisher, 'Two');
	const update = publisher.files.get(`update/${ref.sha256}.1.en.txt`);
	expect(update?.length).toBeLessThan((edition.languages[0]?.pack.length ?? 0) / 4);
});
