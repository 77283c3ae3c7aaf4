import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '#tests/bench/network/free-port.ts';
import { WebDriver } from './web-driver.ts';

/** The smallest phone that is thought of. */
const SIZE = { width: 360, height: 640 } as const;
const LAUNCHER = 'tests/support/webkit/launch-webkit.js';

/** An error of a page or worker, as WebKit prints it. */
const ERROR = /CONSOLE (\w+ )?ERROR /;
/** It reads this part of the policy for Chromium's sake, and says at each page that it does not know it. */
const UNKNOWN_DIRECTIVE = "Unrecognized Content-Security-Policy directive 'manifest-src'.";

/** WebKit on a phone's screen. What it stores outlives `restart`, as on a phone. */
export interface WebKitPhone {
	/** The browser that is open now. */
	readonly browser: WebDriver;
	/** Ends the browser and starts it again: nothing is left in memory. */
	readonly restart: () => Promise<void>;
	/** Errors of pages and workers since this was asked before. */
	readonly takeErrors: () => string[];
	readonly close: () => Promise<void>;
}

export async function aWebKitPhone(): Promise<WebKitPhone> {
	const profile = mkdtempSync(join(tmpdir(), 'handrail-webkit-'));
	const errors: string[] = [];
	const { display, screen } = await startScreen();
	let running = await startBrowser(profile, display, errors);
	return {
		get browser() {
			return running.browser;
		},
		async restart() {
			await running.end();
			running = await startBrowser(profile, display, errors);
		},
		takeErrors: () => errors.splice(0),
		async close() {
			await running.end();
			await end(screen);
			rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
		}
	};
}

interface RunningBrowser {
	readonly browser: WebDriver;
	readonly end: () => Promise<void>;
}

async function startBrowser(
	profile: string,
	display: string,
	errors: string[]
): Promise<RunningBrowser> {
	const { address, driver } = await startDriver(display, errors);
	const args = ['-m', LAUNCHER, profile, String(SIZE.width), String(SIZE.height)];
	const options = { 'webkitgtk:browserOptions': { binary: 'gjs', args } };
	const browser = await WebDriver.open(address, options);
	return {
		browser,
		async end() {
			await browser.close();
			await end(driver);
		}
	};
}

/** A screen that nobody sees, under the first name that is free. */
async function startScreen(): Promise<{ display: string; screen: ChildProcess }> {
	const args = ['-displayfd', '3', '-screen', '0', '800x700x24', '-nolisten', 'tcp'];
	const screen = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
	const named = screen.stdio[3] as Readable;
	const [name] = (await once(named, 'data')) as [Buffer];
	return { display: `:${name.toString().trim()}`, screen };
}

async function startDriver(
	display: string,
	errors: string[]
): Promise<{ address: string; driver: ChildProcess }> {
	const port = await freePort();
	const driver = spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${String(port)}`], {
		stdio: ['ignore', 'pipe', 'ignore'],
		// no bus for screen readers, no settings of a desktop, no graphics card
		env: {
			...process.env,
			DISPLAY: display,
			GDK_BACKEND: 'x11',
			NO_AT_BRIDGE: '1',
			GSETTINGS_BACKEND: 'memory',
			LIBGL_ALWAYS_SOFTWARE: '1'
		}
	});
	createInterface(driver.stdout).on('line', (line) => {
		if (ERROR.test(line) && !line.includes(UNKNOWN_DIRECTIVE)) errors.push(line);
	});
	const address = `http://127.0.0.1:${String(port)}`;
	while (!(await answers(`${address}/status`))) {
		if (driver.exitCode !== null) throw new Error('WebKitWebDriver did not start');
		await wait(20);
	}
	return { address, driver };
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url)).ok;
	} catch {
		// it does not listen yet
		return false;
	}
}

async function end(program: ChildProcess): Promise<void> {
	if (program.exitCode !== null || program.signalCode !== null) return;
	program.kill();
	await once(program, 'exit');
}
