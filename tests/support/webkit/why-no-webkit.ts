import { spawnSync } from 'node:child_process';

const PACKAGES = 'webkit2gtk-driver gir1.2-webkit2-4.1 gjs xvfb';
/** What `launch-webkit.js` begins with. */
const LOADS = "imports.gi.versions.WebKit2 = '4.1'; imports.gi.WebKit2;";

const PARTS: readonly (readonly [program: string, ...args: string[]])[] = [
	['WebKitWebDriver', '--help'],
	['Xvfb', '-help'],
	['gjs', '-c', LOADS]
];

/** Why WebKit cannot be tested on this machine, and what to do about it; `undefined` if it can. */
export function whyNoWebKit(): string | undefined {
	const missing = PARTS.filter(([program, ...args]) => spawnSync(program, args).status !== 0);
	if (missing.length === 0) return undefined;
	const names = missing.map(([program]) => program).join(', ');
	return `no WebKitGTK here: ${names} cannot be started. On Debian or Ubuntu: apt-get install ${PACKAGES}`;
}
