import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium as ownChromium, firefox as ownFirefox } from '@playwright/test';

export interface FoundBrowser {
	readonly executablePath: string;
	/** Whether this is the browser that Playwright downloads, which must be started without a channel. */
	readonly own: boolean;
}

interface Wanted {
	readonly variable: string;
	readonly names: readonly string[];
	readonly ownPath: () => string;
	readonly debian: string;
	readonly playwright: string;
}

const CHROMIUM: Wanted = {
	variable: 'CHROMIUM_PATH',
	names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
	ownPath: () => ownChromium.executablePath(),
	debian: 'chromium',
	playwright: 'chromium'
};
const FIREFOX: Wanted = {
	variable: 'FIREFOX_PATH',
	names: ['firefox-esr', 'firefox'],
	ownPath: () => ownFirefox.executablePath(),
	debian: 'firefox-esr',
	playwright: 'firefox'
};

export const findChromium = (): FoundBrowser => find(CHROMIUM);
export const findFirefox = (): FoundBrowser => find(FIREFOX);

/** Looks at the variable, then PATH, then Playwright's download. If all fail, the error says what to install. */
function find({ variable, names, ownPath, debian, playwright }: Wanted): FoundBrowser {
	const named = process.env[variable];
	if (named !== undefined) {
		if (!existsSync(named)) throw new Error(`${variable} is ${named}, and no file is there.`);
		return { executablePath: named, own: false };
	}
	for (const name of names) {
		const path = onPath(name);
		if (path) return { executablePath: path, own: false };
	}
	const own = ownPath();
	if (existsSync(own)) return { executablePath: own, own: true };
	throw new Error(
		`No ${playwright} found. On Debian or Ubuntu: apt-get install ${debian}. ` +
			`Elsewhere: npx playwright install ${playwright}. Or set ${variable}.`
	);
}

function onPath(name: string): string | undefined {
	return (process.env['PATH'] ?? '')
		.split(delimiter)
		.map((folder) => join(folder, name))
		.find((path) => {
			try {
				accessSync(path, constants.X_OK);
				return true;
			} catch {
				// absent or not executable here: try the next folder
				return false;
			}
		});
}
