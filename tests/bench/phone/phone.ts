import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, devices, type BrowserContext, type Page } from '@playwright/test';
import { findChromium } from '#tests/support/phone/browsers.ts';
import english from '../../../src/messages/en.json' with { type: 'json' };
import { observePage, TEXT, TEXT_SHOWN } from './marks.ts';

/** A browser as a phone has it: its own storage, which outlives it, and a slow processor. */
export interface Phone {
	readonly context: BrowserContext;
	readonly page: Page;
	/** Ends the browser; the profile stays. */
	readonly close: () => Promise<void>;
}

/**
 * Middle-class phones are about four times slower than a developer's machine. Chromium slows pages
 * only, and refuses to slow workers: what a worker does counts at full speed, here and in baselines.
 */
const CPU_RATE = 4;

const ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** A phone that was never used. */
export const newProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'handrail-bench-phone-'));

export const deleteProfile = (profile: string): Promise<void> =>
	rm(profile, { recursive: true, force: true, maxRetries: 3 });

/** Starts the browser: a cold start, if the profile was used before. */
export async function startPhone(profile: string): Promise<Phone> {
	const context = await chromium.launchPersistentContext(profile, {
		...devices['Pixel 7'],
		executablePath: findChromium().executablePath,
		args: ARGS
	});
	await context.addInitScript(observePage, {
		ready: english.line_ready,
		text: TEXT,
		shown: TEXT_SHOWN
	});
	const page = context.pages()[0] ?? (await context.newPage());
	const session = await context.newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_RATE });
	return { context, page, close: () => context.close() };
}

/** A new phone for one visit, deleted after it. */
export async function withNewPhone<Result>(
	use: (phone: Phone) => Promise<Result>
): Promise<Result> {
	const profile = await newProfile();
	const phone = await startPhone(profile);
	try {
		return await use(phone);
	} finally {
		await phone.close();
		await deleteProfile(profile);
	}
}
