import { expect, test } from 'vitest';
import { appState } from './provided-app-state.ts';
import { adoptPhoneDocument } from './phone-document.ts';

test('the app begins with the look and the clock of a document of the phone', () => {
	const app = appState();
	const now = '2026-11-30T12:00:00.000Z';
	adoptPhoneDocument(app, { onPhone: '', look: 'contrast', textSize: '130', now });
	expect([app.isOnPhone, app.look, app.textSize, app.now?.toISOString()]).toEqual([
		...[true, 'contrast', 130, now]
	]);
});

test('a document of the server leaves it as it is, and so does what no release wrote', () => {
	const app = appState();
	adoptPhoneDocument(app, { look: 'contrast', textSize: '130' });
	adoptPhoneDocument(app, { onPhone: '', look: 'loud', textSize: '900' });
	expect([app.look, app.textSize]).toEqual(['system', 100]);
});
