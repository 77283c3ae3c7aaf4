import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Guide as GuideArticle } from '#lib/edition/article.ts';
import { toCard } from '#lib/edition/card.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { aContact, aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import Guide from './Guide.svelte';

interface Around {
	lang?: LanguageTag;
	directives?: ReturnType<typeof aDirective>[];
	now?: Date;
}

function show(guide: GuideArticle, { lang = 'en', directives = [], now }: Around = {}) {
	const cards = directives.map((one) => toCard(one, 'b'.repeat(64)));
	const changedIds = new Set<string>();
	return render(Guide, { t: textsOf(lang), lang, guide, cards, changedIds, now }).container;
}

const draft = { state: 'draft', isDraft: true, on: '2026-11-24' } as const;
const inSpanish = (overrides: Partial<GuideArticle> = {}): GuideArticle =>
	aGuide({
		lang: 'es',
		title: 'Oficiales llegan al autobús escolar',
		translation: draft,
		do: {
			heading: 'Haga esto',
			items: [{ html: 'Deje las puertas cerradas.', english: 'Keep the doors closed.' }]
		},
		say: { heading: 'Diga', items: [{ html: '«Espere, por favor.»', english: '“Please wait.”' }] },
		...overrides
	});

describe('Guide', () => {
	test('puts nothing but title and date before the first step', () => {
		const container = show(aGuide());
		const [title, date, first] = container.querySelectorAll('h1, .meta, ol');
		const text = container.textContent.replace(/\s+/g, ' ');

		expect(title?.textContent).toBe('Officers come to the school bus');
		expect(date?.textContent).toContain('As of 2025');
		expect(first?.textContent).toContain('Keep the doors closed.');
		expect(text.indexOf('Keep the doors closed.')).toBeLessThan(text.indexOf('Your dispatcher.'));
		expect(text.indexOf('Your dispatcher.')).toBeLessThan(text.indexOf('I have to call'));
	});

	test('says right below the steps, in one place, what is weak in it', () => {
		const container = show(
			aGuide({
				unconfirmed: { heading: 'Not confirmed', html: '<ul><li>We did not read it.</li></ul>' }
			})
		);
		const [steps, weak] = container.querySelectorAll('ol, aside.weak');

		expect(steps?.tagName).toBe('OL');
		expect(weak?.textContent.replace(/\s+/g, ' ')).toBe(
			'The weak point We did not read it. No lawyer has checked this text, and nobody has compared it with the original documents.'
		);
	});

	test('a guide that everybody has looked at says when it was compared', () => {
		const container = show(
			aGuide({
				checkedOn: '2026-11-20',
				isApproved: true,
				legalReview: { state: 'done', on: '2026-11-21' },
				unconfirmed: undefined
			})
		);

		expect(container.querySelector('.weak')).toBeNull();
		expect(container.textContent).toContain('Last checked November 20, 2026');
	});

	test('pins the first contact that can be called, and lists the others', () => {
		const page = aContact({ slug: 'locator', url: 'https://e.org/', showAs: 'link' });
		const items = [{ html: 'A neighbor.' }, { contact: page }, { contact: aContact() }];
		const container = show(aGuide({ call: { heading: 'Call', items } }));

		const pinned = container.querySelector<HTMLAnchorElement>('a.call');

		expect(pinned?.getAttribute('href')).toBe('tel:+18003540365');
		expect(pinned?.querySelector('bdi')?.textContent).toBe('800-354-0365');
		expect(container.querySelector('.rows a[href="https://e.org/"]')).not.toBeNull();
		expect(container.textContent).toContain('A neighbor.');
	});

	test('says whom to call where there is no number, and does not make it a link', () => {
		const container = show(aGuide());

		expect(container.querySelector('.call')?.tagName).toBe('DIV');
		expect(container.querySelector('.call')?.textContent).toContain('Your dispatcher.');
	});

	test('shows the least settled status among its rules', () => {
		const guide = aGuide({ directives: ['settled', 'argued'] });
		const directives = [
			aDirective({ slug: 'settled', status: 'in_force' }),
			aDirective({ slug: 'argued', status: 'in_force_challenged' }),
			aDirective({ slug: 'other', status: 'unclear' })
		];
		const container = show(guide, { directives });

		expect(container.querySelector('.chip')?.textContent.trim()).toBe(
			'In force. A court case is going on'
		);
	});

	test('labels a draft in its own language, with the English beside the steps', () => {
		const container = show(inSpanish(), { lang: 'es' });

		expect(container.querySelector('.label')?.textContent).toContain('borrador');
		expect(within(container).getByText('Keep the doors closed.').lang).toBe('en');
		expect(container.querySelector('a[hreflang="en"]')?.getAttribute('href')).toBe(
			'/en/guides/school-bus/'
		);
	});

	test('says the English line first, then the same in the language of the reader', () => {
		const container = show(inSpanish(), { lang: 'es' });
		const spoken = container.querySelector('blockquote');

		expect(spoken?.textContent).toBe('“Please wait.”');
		expect(spoken?.lang).toBe('en');
		expect(spoken?.nextElementSibling?.textContent).toBe('«Espere, por favor.»');
	});

	test('says when the English has changed since it was translated', () => {
		const translation = {
			state: 'behind',
			isDraft: false,
			on: '2026-11-01',
			englishChangedOn: '2026-11-20'
		} as const;
		const container = show(inSpanish({ translation }), { lang: 'es' });

		expect(container.querySelector('.label')?.textContent).toContain('20 de noviembre de 2026');
		expect(container.querySelector('.label')?.textContent).not.toContain('borrador');
	});

	test('says at a block alone that its English has changed', () => {
		const translation = {
			state: 'behind',
			isDraft: false,
			on: '2026-11-01',
			inBlocks: true
		} as const;
		const { do: steps } = inSpanish();
		const guide = inSpanish({ translation, do: { ...steps, isBehind: true } });
		const labels = [...show(guide, { lang: 'es' }).querySelectorAll('.label')];

		expect(labels.map((it) => it.textContent.trim())).toEqual([
			'El texto en inglés cambió. Esta traducción es más antigua.'
		]);
		expect(labels[0]?.closest('section')?.querySelector('ol')).not.toBeNull();
	});

	test('in a language without it, stands in English, left to right, and says so', () => {
		const container = show(aGuide(), { lang: 'ar' });

		expect(container.querySelector('.label a')?.getAttribute('href')).toBe('tel:311');
		expect(screen.getByRole('heading', { level: 1 }).lang).toBe('en');
		expect(screen.getByRole('heading', { level: 1 }).dir).toBe('ltr');
		expect(container.querySelector('ol')?.closest('section')?.lang).toBe('en');
	});

	test('past its review day it says above the steps that it may be out of date, and whom to ask', () => {
		const guide = aGuide({ statusAsOf: '2026-11-01', reviewBy: '2026-12-24' });

		const before = show(guide, { now: new Date('2026-12-24T12:00:00Z') });
		expect(before.textContent).not.toContain('out of date');

		const after = show(guide, { now: new Date('2026-12-26T12:00:00Z') });
		const label = after.querySelector('header .label')?.textContent.replace(/\s+/g, ' ');
		expect(label).toContain('As of November 1, 2026');
		expect(label).toContain('This may be out of date. Call');
	});

	test('says who has not looked at it yet, and that it is no legal advice', () => {
		const container = show(aGuide());

		expect(container.textContent).toContain('This is information, not legal advice.');
		expect(container.textContent).toContain('Not yet checked by a lawyer');
		expect(container.textContent).toContain('Not approved');
	});

	test('a late guide that is English for want of a translation has one label, with the warning in sight', () => {
		const container = show(aGuide(), { lang: 'ar', now: new Date('2027-02-01T12:00:00Z') });
		const labels = container.querySelectorAll('header .label');
		expect(labels).toHaveLength(1);
		const summary = labels[0]?.querySelector('summary');
		expect(summary?.textContent).toContain('قد يكون هذا قديمًا');
		expect(summary?.textContent).not.toContain('غير متوفر بهذه اللغة');
		expect(labels[0]?.textContent).toContain('غير متوفر بهذه اللغة');
		expect(container.querySelector('header .meta')?.textContent).toContain('2025');
	});
});
