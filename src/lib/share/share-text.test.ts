import { describe, expect, test } from 'vitest';
import type { Edition } from '#lib/edition/edition.ts';
import { aContact, aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import { MAX_SHARED, shareText, shareTexts } from './share-text.ts';

const edition: Pick<Edition, 'version' | 'issued' | 'publisher'> = {
	version: 57,
	issued: '2026-11-24T12:00:00.000Z',
	publisher: { name: 'A test', address: 'https://handrail.example', licence: 'MIT', isDemo: false }
};
const draft = { state: 'draft', isDraft: true, on: '2026-11-24' } as const;
const en = textsOf('en');

describe('shareText', () => {
	test('tells a guide with its steps, date, edition, source, labels and link', () => {
		expect(shareText(en, { article: aGuide(), edition, lang: 'en' })).toBe(
			`Officers come to the school bus

1. Keep the doors closed.
2. Call dispatch now.
3. Ask the officers to wait.
4. Keep the children in their seats.
5. Write down the agency, names, badge numbers and time.

Do not
– Do not give names, stops or route sheets.
– Do not block, argue with or touch an officer.

As of 2025
Source: NYCSBUS
Handrail · Edition 57, November 24, 2026
Not yet checked by a lawyer
This is information, not legal advice.
Read all of it:
https://handrail.example/en/guides/school-bus/`
		);
	});

	test('tells one step, and which of how many it is', () => {
		const text = shareText(en, { article: aGuide(), edition, lang: 'en' }, 1);
		expect(text).toContain('Step 2 of 5\nCall dispatch now.');
		expect(text).not.toContain('Keep the doors closed.');
		expect(text).toContain('This is information, not legal advice.');
	});

	test('gives whom to call, with the number', () => {
		const call = { heading: 'Call', items: [{ contact: aContact() }] };
		const text = shareText(en, { article: aGuide({ call }), edition, lang: 'en' });
		expect(text).toContain('City immigration legal help line: 800-354-0365');
	});

	test('tells how settled a rule is, and where', () => {
		const article = aDirective({ status: 'partly_blocked', scopePlace: 'Here' });
		const text = shareText(en, { article, edition, lang: 'en' });
		expect(text).toContain('A court has stopped part of it\nWhere: Here\nKeep the doors closed');
		const ended = aDirective({ status: 'ended', endedOn: '2025-03-14' });
		expect(shareText(en, { article: ended, edition, lang: 'en' })).toContain(
			'Ended on March 14, 2025'
		);
	});

	test('says in Spanish that a Spanish text is a draft', () => {
		const article = aGuide({ lang: 'es', title: 'Oficiales en el autobús', translation: draft });
		const text = shareText(textsOf('es'), { article, edition, lang: 'es' });
		expect(text).toMatch(/^Oficiales en el autobús\nTraducción en borrador/);
		expect(text).toContain('24 de noviembre de 2026');
		expect(text).toContain('/es/guides/school-bus/');
	});

	test('says in Arabic that an Arabic text is a draft, and adds no invisible characters', () => {
		const article = aGuide({ lang: 'ar', title: 'حافلة المدرسة', translation: draft });
		const text = shareText(textsOf('ar'), { article, edition, lang: 'ar' });
		expect(text).toMatch(/^حافلة المدرسة\nترجمة أولية لم يراجعها شخص بعد\n/);
		expect(text).toContain('هذه معلومات وليست استشارة قانونية.');
		expect(text).not.toMatch(/[\p{Cf}\p{Co}]/u);
	});

	test('says that a translation is older than the English', () => {
		const translation = { ...draft, state: 'behind', englishChangedOn: '2026-11-20' } as const;
		const article = aGuide({ lang: 'es', translation });
		const text = shareText(textsOf('es'), { article, edition, lang: 'es' });
		expect(text.split('\n')[1]).toContain('20 de noviembre de 2026');
		expect(text.split('\n')[2]).toContain('borrador');
	});

	test('says that an English text stands in for a missing translation', () => {
		const text = shareText(textsOf('ar'), { article: aGuide(), edition, lang: 'ar' });
		expect(text.split('\n')[1]).toContain('311');
	});

	test('leaves a list out rather than cut it, and stays within 700 characters', () => {
		const long = { html: `Do not ${'give anything '.repeat(10)}away.` };
		const dont = { heading: 'Do not', items: [long, long] };
		const text = shareText(en, { article: aGuide({ dont }), edition, lang: 'en' });
		expect(text.length).toBeLessThanOrEqual(MAX_SHARED);
		expect(text).toContain('5. Write down');
		expect(text).not.toContain('Do not');
	});

	test('falls back to the summary where the steps are too long', () => {
		const items = Array.from({ length: 7 }, () => ({ html: 'Keep the doors closed. '.repeat(5) }));
		const article = aGuide({ do: { heading: 'Do', items } });
		const text = shareText(en, { article, edition, lang: 'en' });
		expect(text.length).toBeLessThanOrEqual(MAX_SHARED);
		expect(text).toContain(article.summary);
		expect(text).not.toContain('1. ');
	});

	test('knows every text of an article: the whole, then each step', () => {
		expect(shareTexts(en, { article: aGuide(), edition, lang: 'en' })).toHaveLength(6);
		expect(shareTexts(en, { article: aDirective(), edition, lang: 'en' })).toHaveLength(1);
	});
});
