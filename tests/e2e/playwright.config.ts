import { resolve } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { findChromium, findFirefox } from '#tests/support/phone/browsers.ts';
import { sampleSeed } from '#tests/support/sample.ts';
import { leftOutInFirefox } from './firefox-files.ts';

// sets the seed before worker processes are started, so that all of them draw the same sample
sampleSeed();

const WEBKIT = '**/webkit/*.e2e.ts';
const chromium = findChromium();
const firefox = findFirefox();

export default defineConfig({
	testDir: '.',
	testMatch: '*.e2e.ts',
	outputDir: '../../test-results/e2e',
	forbidOnly: Boolean(process.env['CI']),
	// three on two processors, because tests wait for a quarter of their time
	workers: 3,
	// a test that passes at its second try is counted as flaky, and named: it hides a race
	retries: 1,
	// a limit for what hangs: on a busy machine Firefox needs more than a minute for twenty cold starts
	timeout: 120_000,
	expect: { timeout: 15_000 },
	reporter: [['line'], ['json', { outputFile: '../../test-results/e2e.json' }]],
	projects: [
		{
			name: 'phone',
			testIgnore: WEBKIT,
			use: {
				...devices['Pixel 7'],
				launchOptions: {
					executablePath: chromium.executablePath,
					args: [
						'--no-sandbox',
						'--disable-gpu',
						'--disable-quic',
						'--no-first-run',
						'--disable-background-networking',
						'--disable-component-update',
						'--disable-sync'
					]
				}
			}
		},
		{
			name: 'firefox',
			testIgnore: [WEBKIT, ...leftOutInFirefox()],
			// axe's rules and sizes are the same in both engines
			grepInvert: /passes axe|narrow screen|48 px high/,
			use: {
				browserName: 'firefox',
				...(firefox.own ? {} : { channel: 'moz-firefox' }),
				viewport: { width: 412, height: 839 },
				launchOptions: {
					executablePath: firefox.executablePath,
					env: { ...process.env, ALSA_CONFIG_PATH: resolve('tests/support/phone/silent.asoundrc') },
					firefoxUserPrefs: {
						'network.captive-portal-service.enabled': false,
						'network.connectivity-service.enabled': false,
						// it ends scripts after ten seconds, by the clock: on a busy machine any script
						'dom.max_script_run_time': 0
					}
				}
			}
		},
		// its tests start the browser themselves, and are skipped where there is none
		{ name: 'webkit', testMatch: WEBKIT }
	]
});
