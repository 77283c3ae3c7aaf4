import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { languageTags } from '#lib/messages/languages.ts';
import { textsOf } from '#tests/support/phone/texts.ts';
import ShutdownNote from './ShutdownNote.svelte';

const publisher = { name: 'A city', address: 'https://a.example', licence: 'MIT', isDemo: false };
const shutdownNotice = {
	on: '2027-03-01',
	goTo: [
		{ name: 'A helpline', url: 'https://helpline.example/' },
		{ name: 'Another', url: 'javascript:alert(1)' }
	]
};

describe('the notice that a publisher stops', () => {
	test.each(languageTags)('says who, when and whom to ask, in %s', (lang) => {
		render(ShutdownNote, { t: textsOf(lang), edition: { publisher, shutdownNotice } });

		const note = screen.getByRole('note');
		expect(note.textContent).toContain('A city');
		expect(note.textContent).toMatch(/2027|২০২৭|٢٠٢٧|۲۰۲۷/);
		expect(note.querySelector('[lang=en]')).toBeNull();
		expect(screen.getByRole('link', { name: 'A helpline' })).toHaveProperty(
			'href',
			'https://helpline.example/'
		);
	});

	test('an address that is no page of the web is text', () => {
		render(ShutdownNote, { t: textsOf('en'), edition: { publisher, shutdownNotice } });

		expect(screen.getAllByRole('link')).toHaveLength(1);
		expect(screen.getByRole('note').textContent).toContain('javascript:alert(1)');
	});

	test('there is none while the publisher goes on, or before an edition is here', () => {
		for (const edition of [{ publisher }, undefined]) {
			render(ShutdownNote, { t: textsOf('en'), edition });
			expect(screen.queryByRole('note')).toBeNull();
		}
	});
});
