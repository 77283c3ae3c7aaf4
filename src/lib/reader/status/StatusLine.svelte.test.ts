import { render, screen } from '@testing-library/svelte';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { textsOf } from '#tests/support/phone/texts.ts';
import type { Phone } from '#lib/phone/phone.ts';
import { AppState } from '../state/app-state.svelte.ts';
import { mountStatusLine } from './mount-status-line.ts';
import type { StatusLineState } from '../state/status-line.ts';
import StatusLine from './StatusLine.svelte';

// jsdom has no ResizeObserver, because it has no layout
beforeAll(() => {
	vi.stubGlobal(
		'ResizeObserver',
		class {
			observe = vi.fn();
			unobserve = vi.fn();
		}
	);
});

function show(line: StatusLineState | undefined, lang: 'en' | 'es' = 'en') {
	const actions = {
		acceptApp: vi.fn(),
		openNotices: vi.fn(),
		seePublisher: vi.fn(),
		showChanged: vi.fn(),
		startAgain: vi.fn(),
		syncNow: vi.fn()
	};
	const { container } = render(StatusLine, { line, t: textsOf(lang), phone: actions });
	return { container, actions };
}

describe('StatusLine', () => {
	test('is empty while there is nothing to say', () => {
		expect(show(undefined).container.textContent).toBe('');
	});

	test('shows how much of the edition is saved, as a bar and in words', () => {
		const { container } = show({ kind: 'saving', done: 34, total: 55 });

		expect(container.textContent).toContain('Saving 34 of 55');
		expect(container.querySelector('progress')?.value).toBe(34);
	});

	test('says that all is ready, with the day of the check', () => {
		const checkedAt = '2026-11-25T03:00:00.000Z';
		const { container } = show({ kind: 'ready', whole: 55, total: 55, checkedAt });

		expect(container.textContent).toContain('Ready for offline');
		// still November 24 in New York
		expect(container.textContent).toContain('Checked Nov 24');
	});

	test('dates its doubt in the language of the page', () => {
		const { container } = show({ kind: 'unconfirmed', since: '2026-11-09T12:00:00.000Z' }, 'es');

		expect(container.textContent).toContain('9 de noviembre de 2026');
	});

	test('names the code of an edition that was refused', () => {
		const { container } = show({ kind: 'rejected', code: 'wrong-hash' });

		expect(container.textContent).toContain('wrong-hash');
	});

	test('names who publishes now, and leads to them', () => {
		const { container, actions } = show({ kind: 'new-publisher', before: 'City', now: 'Town' });
		expect(container.textContent).toContain('Town publishes this now. Before, it was City.');
		screen.getByRole('button').click();
		expect(actions.seePublisher).toHaveBeenCalledOnce();
	});

	test('says what this is for now, and whether the old keys vouch for the new ones', () => {
		const purpose = { kind: 'new-purpose', lang: 'en', purpose: 'For the police.' } as const;
		expect(show(purpose).container.textContent).toContain('has changed: For the police.');
		const other = show({ ...purpose, lang: 'es', purpose: 'Para todos.' });
		expect(other.container.textContent).toContain('has changed: Español: Para todos.');
		const gone = show({ ...purpose, purpose: '' });
		expect(gone.container.textContent).toContain('no longer said what this is for');
		const keys = { kind: 'new-keys', issued: '2026-11-30T09:00:00Z' } as const;
		const vouched = show({ ...keys, areVouchedFor: true });
		expect(vouched.container.textContent).toMatch(/As of .*November 30.* The old keys vouch/);
		const unknown = show({ ...keys, areVouchedFor: false });
		expect(unknown.container.textContent).toContain('the old ones do not vouch for them');
	});

	test.each([
		['new-app', 'acceptApp'],
		['needs-app-update', 'acceptApp'],
		['guidance-changed', 'showChanged'],
		['behind', 'syncNow'],
		['offline-first', 'syncNow'],
		['storage-full', 'syncNow']
	] as const)('offers the one thing to do about %s', (kind, action) => {
		const { actions } = show({ kind });

		screen.getByRole('button').click();

		expect(actions[action]).toHaveBeenCalledOnce();
	});

	test.each(['clock-wrong', 'storage-denied'] as const)(
		'offers no button for %s, which it cannot mend',
		(kind) => {
			show({ kind });

			expect(screen.queryByRole('button')).toBeNull();
		}
	);
});

describe('its place in the document', () => {
	function anApp(): AppState {
		const app = new AppState({} as Phone);
		app.t = textsOf('en');
		app.line = { kind: 'rejected', code: 'wrong-hash' };
		return app;
	}
	const PLACE = '<div id="status-line"></div>';

	test('is taken at once', () => {
		document.body.innerHTML = PLACE;
		mountStatusLine(anApp());
		expect(document.body.textContent).toContain('wrong-hash');
	});

	test('is taken when the document has come to it, where the scripts were there before', () => {
		document.body.innerHTML = '';
		mountStatusLine(anApp());
		document.body.innerHTML = PLACE;
		document.dispatchEvent(new Event('DOMContentLoaded'));
		expect(document.body.textContent).toContain('wrong-hash');
	});
});
