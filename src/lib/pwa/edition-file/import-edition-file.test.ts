import { describe, expect, test } from 'vitest';
import { sha256Hex, toBytes } from '#lib/trust/signed/bytes.ts';
import { writeSetting } from '#lib/storage/stores/settings-store.ts';
import { readEditionFile } from '#lib/storage/read/read-edition-file.ts';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { aPublisher, today, type Publisher } from '#tests/support/publisher/publisher.ts';
import { aSyncingPhone, type SyncingPhone } from '#tests/support/phone/syncing-phone.ts';
import type { EditionFile, ImportedFile } from '#lib/phone/edition-files.ts';
import { importEditionFile } from './import-edition-file.ts';
import { readSignedContent } from './signed-content.ts';

const NEXT = aGuide({ title: 'Another title' });

/** What a phone saves of the edition on its screen. */
async function savedOn(phone: SyncingPhone, article?: string, lang: 'en' | 'es' = 'en') {
	const saved = await readEditionFile(await phone.open(), lang, article);
	if (!saved) throw new Error('There is nothing to save');
	return { ...saved, article };
}

const openedOn = (
	phone: SyncingPhone,
	publisher: Publisher,
	file: EditionFile
): Promise<ImportedFile> =>
	importEditionFile(file, {
		anchor: publisher.anchor(),
		locks: undefined,
		now: today,
		open: phone.open
	});

/** Two phones that had the first edition; the second edition has reached only one of them. */
async function twoPhones(languages: readonly ('en' | 'es')[] = ['en']) {
	const publisher = await aPublisher();
	const content = { articles: [aGuide(), aDirective()] };
	const next = { articles: [NEXT, aDirective()] };
	await publisher.publish({ languages: { en: content, es: content } });
	const [ahead, behind] = [aSyncingPhone(publisher), aSyncingPhone(publisher)];
	await ahead.sync(languages);
	await behind.sync(languages);
	const old = await savedOn(behind);
	await publisher.publish({ languages: { en: next, es: next } });
	await ahead.sync(languages);
	return { publisher, ahead, behind, old };
}

describe('a file that is passed on', () => {
	test('brings a newer edition to a phone, with no network at all', async () => {
		const { publisher, ahead, behind } = await twoPhones();
		expect(await openedOn(behind, publisher, await savedOn(ahead))).toEqual({
			kind: 'installed',
			version: 2,
			lang: 'en'
		});
		expect(await behind.title()).toBe('Another title');
	});

	test('brings the first edition to an empty phone, and can be passed on from there', async () => {
		const { publisher, ahead } = await twoPhones();
		const [second, third] = [aSyncingPhone(publisher), aSyncingPhone(publisher)];
		expect(await openedOn(second, publisher, await savedOn(ahead))).toMatchObject({ version: 2 });
		expect(await openedOn(third, publisher, await savedOn(second))).toMatchObject({ version: 2 });
		expect(await third.title()).toBe('Another title');
	});

	test('carries the roots that a phone has not seen yet', async () => {
		const { publisher, ahead, behind } = await twoPhones();
		await publisher.rotate();
		await publisher.publish({ languages: { en: { articles: [aGuide({ title: 'Third' })] } } });
		await ahead.sync();
		expect(await openedOn(behind, publisher, await savedOn(ahead))).toMatchObject({ version: 3 });
		expect((await behind.trust())?.root.version).toBe(2);
	});

	test('is proved by what came last: the phone keeps no proof of an older edition', async () => {
		const { ahead } = await twoPhones();
		const paths = await (await ahead.open()).getAllKeys('proof');
		const folders = paths.map((path) => path.split('/')[0]);
		expect(folders).toEqual(['edition', 'head', 'listing']);
	});

	test('is called the same, also with an older head', async () => {
		const { publisher, ahead } = await twoPhones();
		const file = await savedOn(ahead);
		expect(await openedOn(ahead, publisher, file)).toEqual({
			kind: 'same',
			version: 2,
			lang: 'en'
		});
		const named = (await ahead.trust())?.seen?.head.edition;
		expect(named?.version).toBe(2);
		if (named) await publisher.publishHead({ edition: named });
		await ahead.sync();
		expect(await openedOn(ahead, publisher, file)).toMatchObject({ kind: 'same' });
	});

	test('that is older is named so, and changes nothing', async () => {
		const { publisher, ahead, old } = await twoPhones();
		expect(await openedOn(ahead, publisher, old)).toEqual({
			kind: 'older',
			version: 1,
			installed: 2,
			withdrawn: []
		});
		expect(await ahead.title()).toBe('Another title');
	});

	test('with an article that was taken back since says so', async () => {
		const { publisher, ahead, old } = await twoPhones();
		const article = await savedOn(ahead, 'directive/school-bus-training');
		const withdrawn = [{ id: 'directive/school-bus-training', on: '2026-11-24' }];
		await publisher.publish({ languages: { en: { articles: [NEXT] } }, edition: { withdrawn } });
		await ahead.sync();
		expect(await openedOn(ahead, publisher, old)).toMatchObject({
			kind: 'older',
			withdrawn: ['directive/school-bus-training']
		});
		expect(await openedOn(ahead, publisher, article)).toMatchObject({
			kind: 'article',
			state: 'withdrawn'
		});
	});

	test('of another publisher is refused', async () => {
		const { behind, publisher } = await twoPhones();
		const stranger = await twoPhones();
		expect(await openedOn(behind, publisher, await savedOn(stranger.ahead))).toEqual({
			kind: 'refused'
		});
		expect(await behind.title()).toBe('Officers come to the school bus');
	});

	test('with one word changed is not taken, and what was there stays', async () => {
		const { publisher, ahead, behind } = await twoPhones();
		const file = await savedOn(ahead);
		const lines = file.lines.map((line) => line.replace('Call dispatch', 'Call a friend'));
		expect(lines).not.toEqual(file.lines);
		expect(await openedOn(behind, publisher, { ...file, lines })).toEqual({ kind: 'incomplete' });
		expect(await behind.title()).toBe('Officers come to the school bus');
	});

	test('with a signed file changed is refused', async () => {
		const { publisher, ahead, behind } = await twoPhones();
		const file = await savedOn(ahead);
		for (const path of file.proof.keys()) {
			if (path.startsWith('trust/') || path.startsWith('listing/')) continue;
			const text = file.proof.get(path)?.replace('"version":2', '"version":3') ?? '';
			const proof = new Map([...file.proof, [path, text]]);
			expect(await openedOn(behind, publisher, { ...file, proof })).toEqual({ kind: 'refused' });
		}
		expect(await behind.title()).toBe('Officers come to the school bus');
	});

	test('that was cut off brings nothing', async () => {
		const { publisher, ahead, behind } = await twoPhones();
		const file = await savedOn(ahead);
		const cut = { ...file, lines: file.lines.filter((line) => !line.includes(NEXT.title)) };
		expect(await openedOn(behind, publisher, cut)).toEqual({ kind: 'incomplete' });
		expect(await openedOn(behind, publisher, { ...file, proof: new Map() })).toMatchObject({
			kind: 'incomplete'
		});
	});

	test('in another language does not take the reader’s away', async () => {
		const { publisher, ahead, behind } = await twoPhones(['en', 'es']);
		await writeSetting(await behind.open(), 'lang', 'en');
		const file = await savedOn(ahead, undefined, 'es');
		expect(await openedOn(behind, publisher, file)).toEqual({ kind: 'other-language', lang: 'es' });
		expect(await behind.title('en')).toBe('Officers come to the school bus');
	});

	test('of the same edition adds a language', async () => {
		const { publisher, ahead } = await twoPhones(['en', 'es']);
		const other = aSyncingPhone(publisher);
		await other.sync(['en']);
		await writeSetting(await other.open(), 'lang', 'en');
		const file = await savedOn(ahead, undefined, 'es');
		expect(await openedOn(other, publisher, file)).toMatchObject({ kind: 'installed', lang: 'es' });
		expect(await other.title('es')).toBe('Another title');
	});
});

describe('one article in a file', () => {
	test('is told apart: current, changed, or from an edition that is not here yet', async () => {
		const { publisher, ahead, behind } = await twoPhones();
		const [guide, rule] = ['guide/school-bus', 'directive/school-bus-training'];
		const oldGuide = await savedOn(behind, guide);
		const state = async (phone: SyncingPhone, file: EditionFile): Promise<unknown> => {
			const opened = await openedOn(phone, publisher, file);
			return 'state' in opened ? opened.state : opened.kind;
		};
		expect(await state(ahead, await savedOn(ahead, guide))).toBe('current');
		expect(await state(ahead, oldGuide)).toBe('changed');
		expect(await state(ahead, await savedOn(behind, rule))).toBe('current');
		expect(await state(aSyncingPhone(publisher), await savedOn(ahead, guide))).toBe('not-here');

		const articles = [aGuide({ title: 'Third' }), aDirective({ title: 'Third' })];
		await publisher.publish({ languages: { en: { articles } } });
		await ahead.sync();
		expect(await state(behind, await savedOn(ahead, guide))).toBe('newer');
		expect(await behind.title()).toBe('Officers come to the school bus');
	});

	test('that is all that changed brings its whole edition', async () => {
		const { publisher, ahead, behind } = await twoPhones();
		const file = await savedOn(ahead, 'guide/school-bus');
		expect(await openedOn(behind, publisher, file)).toMatchObject({ kind: 'installed' });
		expect(await behind.title()).toBe('Another title');
	});

	test('that was altered is refused', async () => {
		const { publisher, ahead } = await twoPhones();
		const file = await savedOn(ahead, 'guide/school-bus');
		const lines = file.lines.map((line) => line.replace('Keep the doors', 'Open the doors'));
		expect(await openedOn(ahead, publisher, { ...file, lines })).toEqual({ kind: 'refused' });
	});

	test('is not believed for a list that nobody signed', async () => {
		const { publisher, ahead } = await twoPhones();
		const file = await savedOn(ahead, 'guide/school-bus');
		const blob = JSON.stringify(aGuide({ title: 'Forged' }));
		const sha256 = await sha256Hex(toBytes(blob));
		const entries = [{ id: 'guide/school-bus', sha256, length: toBytes(blob).length }];
		const lines = [JSON.stringify({ entries }), blob];
		for (const forged of [lines, [...lines, ...file.lines]]) {
			const opened = await openedOn(ahead, publisher, { ...file, lines: forged });
			expect(opened.kind === 'refused' || ('state' in opened && opened.state)).not.toBe('changed');
		}
	});

	test('is a small part of the whole', async () => {
		const { ahead } = await twoPhones();
		const [one, all] = [await savedOn(ahead, 'guide/school-bus'), await savedOn(ahead)];
		expect(one.lines).toHaveLength(2);
		expect(all.lines.length).toBeGreaterThan(2);
	});
});

describe('what a file ought to show', () => {
	const titles = (lines: readonly string[] | undefined): unknown =>
		lines?.map((line) => (JSON.parse(line) as { title: string }).title);

	test('is each article that is signed in it, and nothing beside them', async () => {
		const { ahead } = await twoPhones();
		const [all, one] = [await savedOn(ahead), await savedOn(ahead, 'guide/school-bus')];
		const forged = JSON.stringify(aGuide({ slug: 'forged', title: 'Forged' }));
		for (const lines of [all.lines, [forged, ...all.lines, forged]]) {
			const signed = await readSignedContent({ ...all, lines }, ahead.open);
			expect(signed?.edition.version).toBe(2);
			expect(titles(signed?.lines)).toEqual(['What school bus crews were told', 'Another title']);
		}
		const signed = await readSignedContent({ ...one, lines: [forged, ...one.lines] }, ahead.open);
		expect(titles(signed?.lines)).toEqual(['Another title']);
	});

	// of an edition that the phone has, nothing is taken from the file, so nothing else looks at it
	test('cannot be told where one of them was altered or left out', async () => {
		const { publisher, ahead } = await twoPhones();
		const all = await savedOn(ahead);
		for (const lines of [
			all.lines.map((line) => line.replace('Keep the doors', 'Open the doors')),
			all.lines.filter((line) => !line.includes(NEXT.title)),
			[]
		]) {
			const file = { ...all, lines };
			expect(await openedOn(ahead, publisher, file)).toMatchObject({ kind: 'same' });
			expect(await readSignedContent(file, ahead.open)).toBeUndefined();
		}
		const one = await savedOn(ahead, 'guide/school-bus');
		expect(await readSignedContent({ ...one, article: 'guide/none' }, ahead.open)).toBeUndefined();
		expect(await readSignedContent({ ...one, proof: new Map() }, ahead.open)).toBeUndefined();
	});
});
