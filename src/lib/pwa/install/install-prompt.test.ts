import { afterEach, expect, test, vi } from 'vitest';
import { watchInstallPrompt } from './install-prompt.ts';

afterEach(() => {
	vi.unstubAllGlobals();
});

/** A browser that may offer to install, and the answer that its reader gives. */
function aBrowser(outcome: 'accepted' | 'dismissed') {
	const window = new EventTarget();
	vi.stubGlobal('window', window);
	vi.stubGlobal('navigator', { userAgent: 'Chrome', maxTouchPoints: 5 });
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
	const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
		prompt: () => Promise.resolve({ outcome })
	});
	return { window, offer };
}

test('keeps the offer for our own button, and asks once', async () => {
	const { window, offer } = aBrowser('accepted');
	const onChange = vi.fn();
	const install = watchInstallPrompt(onChange);
	expect(install.state()).toBe('unsupported');

	window.dispatchEvent(offer);
	expect(offer.defaultPrevented).toBe(true);
	expect(onChange).toHaveBeenLastCalledWith('can-prompt');
	expect(await install.prompt()).toBe(true);
	expect(await install.prompt()).toBe(false);
});

test('forgets an offer that was for another name', async () => {
	const { window, offer } = aBrowser('accepted');
	const onChange = vi.fn();
	const install = watchInstallPrompt(onChange);
	window.dispatchEvent(offer);
	install.forget();
	expect(onChange).toHaveBeenLastCalledWith('unsupported');
	expect(await install.prompt()).toBe(false);
});

test('is installed from the moment at which the browser says so', () => {
	const { window } = aBrowser('accepted');
	const onChange = vi.fn();
	watchInstallPrompt(onChange);
	window.dispatchEvent(new Event('appinstalled'));
	expect(onChange).toHaveBeenLastCalledWith('installed');
});

test('says "not accepted" to a reader who changed their mind', async () => {
	const { window, offer } = aBrowser('dismissed');
	const install = watchInstallPrompt(() => undefined);
	window.dispatchEvent(offer);
	expect(await install.prompt()).toBe(false);
});
