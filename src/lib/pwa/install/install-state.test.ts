import { expect, test } from 'vitest';
import { installStateOf } from './install-state.ts';

const safari = 'Version/18.4 Mobile/15E148 Safari/604.1';
const iphone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 ${safari}`;
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15';
const android = 'Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 Chrome/140.0 Mobile';

const stateOf = (userAgent: string, clues = {}) =>
	installStateOf({ userAgent, touchPoints: 0, isStandalone: false, canPrompt: false, ...clues });

test('an installed app offers nothing', () => {
	expect(stateOf(iphone, { isStandalone: true })).toBe('installed');
});

test('a browser that offers is believed, whatever it calls itself', () => {
	expect(stateOf(`${android} [FBAN/FB4A]`, { canPrompt: true })).toBe('can-prompt');
});

test('iPhone and iPad get the steps for iOS, though the iPad says that it is a Mac', () => {
	expect(stateOf(iphone, { touchPoints: 5 })).toBe('ios');
	expect(stateOf(mac, { touchPoints: 5 })).toBe('ios');
	expect(stateOf(mac)).toBe('unsupported');
});

test.each([
	`${iphone} [FBAN/FBIOS;FBAV/500.0]`,
	`${iphone} Instagram 350.0`,
	'Mozilla/5.0 (Linux; Android 14; Pixel 7; wv) AppleWebKit/537.36 Version/4.0 Chrome/140.0',
	`${android} MicroMessenger/8.0`
])('a browser inside another app is told apart: %s', (userAgent) => {
	expect(stateOf(userAgent, { touchPoints: 5 })).toBe('in-app-browser');
});
