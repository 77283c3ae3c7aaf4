import { expect, test } from 'vitest';
import { parseSettings } from './settings.ts';

test('listens on this machine only, on port 4173, when nothing is set', () => {
	expect(parseSettings({})).toEqual({
		port: 4173,
		host: '127.0.0.1',
		origin: 'http://localhost:4173',
		publishedDir: 'static/published'
	});
});

test('takes the public address from ORIGIN', () => {
	const { origin } = parseSettings({ PORT: '80', ORIGIN: 'https://handrail.example' });
	expect(origin).toBe('https://handrail.example');
});

test('names every wrong setting at once, and says what it must be', () => {
	const read = (): unknown => parseSettings({ PORT: 'eighty', ORIGIN: 'handrail.example/app' });
	expect(read).toThrow(/PORT must be a number.*\nORIGIN must be the public address/);
});

test('refuses a port that does not exist', () => {
	expect(() => parseSettings({ PORT: '70000' })).toThrow(/PORT must be a number/);
});
