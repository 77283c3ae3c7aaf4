import { render } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Directive as DirectiveArticle } from '#lib/edition/article.ts';
import type { LanguageTag } from '#lib/edition/language-tags.ts';
import { toCard } from '#lib/edition/card.ts';
import { aDirective, aGuide } from '#tests/support/publisher/fixture-articles.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import Directive from './Directive.svelte';

function show(directive: DirectiveArticle, lang: LanguageTag = 'en'): HTMLElement {
	const others = [aGuide(), aDirective({ slug: 'newer', title: 'The newer rule' })];
	const cards = others.map((one) => toCard(one, 'b'.repeat(64)));
	const changedIds = new Set<string>();
	const props = { t: textsOf(lang), lang, directive, cards, changedIds };
	return render(Directive, { ...props, now: undefined }).container;
}

const factsOf = (container: HTMLElement): Record<string, string> =>
	Object.fromEntries(
		[...container.querySelectorAll('dt')].map((dt) => [
			dt.textContent.trim(),
			dt.nextElementSibling?.textContent.trim() ?? ''
		])
	);

describe('Directive', () => {
	test('says first how settled it is, and for a part of it where and for whom', () => {
		const container = show(
			aDirective({
				status: 'partly_blocked',
				scopePlace: 'Three buildings in Manhattan',
				scopePeople: 'People who come to a hearing'
			})
		);
		const header = container.querySelector('header')?.textContent.replace(/\s+/g, ' ') ?? '';

		expect(header).toMatch(/^ ?A court has stopped part of it/);
		expect(header).toContain('Where: Three buildings in Manhattan');
		expect(header).toContain('Who: People who come to a hearing');
	});

	test('dates its end in words', () => {
		const container = show(aDirective({ status: 'ended', endedOn: '2026-06-30' }));

		expect(container.querySelector('.chip')?.textContent.trim()).toBe('Ended on June 30, 2026');
	});

	test('has no status where it only explains', () => {
		const explainer = aDirective({ form: 'explainer' });
		delete explainer.status;

		expect(show(explainer).querySelector('.chip')).toBeNull();
	});

	test('keeps its dates apart and leaves out what is not known', () => {
		const facts = factsOf(
			show(aDirective({ issuedOn: '2025-01-18', inForceFrom: '2025-02', court: 'EDNY' }))
		);

		expect(facts['Dated']).toBe('January 18, 2025');
		expect(facts['In force from']).toBe('February 2025');
		expect(facts['In court']).toBe('EDNY');
		expect(facts).not.toHaveProperty('Ended');
		expect(facts).not.toHaveProperty('Appeal');
	});

	test('leads to what replaced it, by its title', () => {
		const container = show(aDirective({ status: 'replaced', replacedBy: ['newer'] }));
		const link = container.querySelector('dd a');

		expect(link?.textContent).toBe('The newer rule');
		expect(link?.getAttribute('href')).toBe('/en/directives/newer/');
	});

	test('shows the rest in English below one label, in its own language and direction', () => {
		const inEnglish = (heading: string) => ({ heading, html: '<p>It.</p>', lang: 'en' }) as const;
		const container = show(
			aDirective({
				lang: 'ar',
				status: 'partly_blocked',
				scopePlace: 'Three buildings',
				scopePeople: 'أشخاص',
				court: 'محكمة',
				says: inEnglish('What it says'),
				unconfirmed: inEnglish('Not confirmed'),
				inEnglish: ['scopePlace', 'issuer']
			}),
			'ar'
		);
		const labels = [...container.querySelectorAll('.missing')];
		expect(labels).toHaveLength(1);
		expect(labels[0]?.nextElementSibling?.querySelector('summary')?.textContent).toMatch(/What it/);
		const own = 'header [lang], .weak [lang], dd[lang], details:not(:last-of-type) [lang]';
		const marked = [...container.querySelectorAll<HTMLElement>(own)];
		expect(marked.map((it) => [it.lang, it.dir, it.textContent.trim()])).toEqual([
			['en', 'ltr', 'Three buildings'],
			['en', 'ltr', 'It.'],
			['en', 'ltr', 'NYCSBUS'],
			['en', 'ltr', 'What it says'],
			['en', 'ltr', 'It.'],
			['en', 'ltr', 'Not confirmed'],
			['en', 'ltr', 'It.']
		]);
	});

	test('leads to the guides that rest on it', () => {
		const container = show(aDirective());

		expect(container.querySelector('a[href="/en/guides/school-bus/"]')).not.toBeNull();
	});
});
