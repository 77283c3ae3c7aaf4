import { expect, test } from 'vitest';
import { Session } from './session.ts';

test('a token opens one session, once', () => {
	const session = new Session(4180);
	const token = session.renewToken();
	const cookie = session.exchange(token) ?? '';
	expect(cookie).toMatch(/^handrail-editor-4180=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
	expect(session.exchange(token)).toBeUndefined();
	expect(session.isOpen(`a=b; ${cookie.split(';')[0] ?? ''}`)).toBe(true);
});

test('nothing is open before the exchange, and a token that was replaced is void', () => {
	const session = new Session(4180);
	expect(session.isOpen('handrail-editor-4180=')).toBe(false);
	const old = session.renewToken();
	session.renewToken();
	expect(session.exchange(old)).toBeUndefined();
});

test('a second browser of the same editor joins the session', () => {
	const session = new Session(4180);
	expect(session.exchange(session.renewToken())).toBe(session.exchange(session.renewToken()));
});
